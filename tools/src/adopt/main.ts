#!/usr/bin/env node
import { Command } from 'commander'
import { reportAndExit } from '../report.ts'
import { type AdoptOptions, adopt } from './adopt.ts'

interface Options extends AdoptOptions {
  readonly strict?: boolean
}

await new Command('pnpm adopt')
  .description('Writes a workspace of the shape of this repository for another API.')
  .argument('<document>', 'the OpenAPI document, 3.0 to 3.2, as YAML or JSON')
  .argument('<folder>', 'where the workspace goes: a folder that is new or empty')
  .requiredOption(
    '--name <name>',
    'what its packages are called: @acme/petstore makes @acme/petstore-client and the others',
  )
  .option('--strict', 'exit with 1 if an operation was refused')
  .addHelpText(
    'after',
    `
An operation that cannot be generated correctly is refused: no package of the workspace has it.
adopt-report.md in the folder lists the refusals and the reasons.

Example:
  pnpm adopt petstore.yaml ../petstore --name @acme/petstore`,
  )
  .action(run)
  .parseAsync()
  .catch(reportAndExit)

async function run(document: string, folder: string, { name, strict = false }: Options): Promise<void> {
  const stop = new AbortController()
  // Impatience at the keyboard must not end the removal of what was written.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort(signal))
  try {
    const { refused } = await adopt(document, folder, { name }, { signal: stop.signal, say })
    if (strict && refused > 0) process.exitCode = 1
  } catch (error) {
    if (!stop.signal.aborted) throw error
    process.stderr.write(`\nStopped. Nothing was written to ${folder}.\n`)
    process.exitCode = stop.signal.reason === 'SIGTERM' ? 143 : 130
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
