#!/usr/bin/env node
import { Command } from 'commander'
import { reportAndExit } from '../report.ts'
import { repository } from '../repository.ts'
import { runHere } from '../run-here.ts'
import { rename } from './rename.ts'

const command = new Command('pnpm rename').description(
  'Renames a part of the document in every place that has its name: files, code, tests and pages.',
)

for (const kind of ['operation', 'schema'] as const)
  command
    .command(kind)
    .description(
      kind === 'operation'
        ? 'renames an operation: its operationId, its files, its functions, hooks and mocks'
        : 'renames a schema: its component file and its type',
    )
    .argument('<old>', 'the name that it has')
    .argument('<new>', 'the name that it gets')
    .addHelpText(
      'after',
      `
Commit first: the files to change must have no changes of their own.

Example:
  pnpm rename ${kind === 'operation' ? 'operation listBooks listVolumes' : 'schema ShortBook BookPreview'}`,
    )
    .action(async (from: string, to: string) => {
      const { files, notes } = await rename(repository, { kind, from, to })
      await runHere('biome', ['check', '--write', '--log-level=error', ...files.filter(isFormatted)])
      process.stdout.write(
        `${files.length} files have ${to} in place of ${from}.\n${notes.join('')}Next: pnpm build && pnpm test\n`,
      )
    })

await command.parseAsync().catch(reportAndExit)

function isFormatted(file: string): boolean {
  return /\.(?:[cm]?[jt]sx?|json)$/.test(file)
}
