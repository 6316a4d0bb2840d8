#!/usr/bin/env node
import { Command } from 'commander'
import { runPhases } from '../pipeline/phases.ts'
import { reportAndExit } from '../report.ts'
import { wholeReference, writeWholeReference } from './write-whole-reference.ts'

await new Command('pnpm build')
  .description('Lints and bundles the document, generates, and builds all packages.')
  .argument('[arguments...]', 'further arguments for turbo, such as --force')
  .allowUnknownOption()
  .addHelpText('after', '\nExamples:\n  pnpm build\n  pnpm build --force')
  .action(build)
  .parseAsync()
  .catch(reportAndExit)

async function build(turboArguments: readonly string[]): Promise<void> {
  await runPhases({ turboArguments })
  if (await writeWholeReference())
    process.stderr.write(`${wholeReference} has changed: it is part of this change.\n`)
}
