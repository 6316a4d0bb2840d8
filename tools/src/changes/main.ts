#!/usr/bin/env node
import { Command } from 'commander'
import { reportAndExit } from '../report.ts'
import { changes } from './changes.ts'

await new Command('pnpm changes')
  .description(
    'Compares all packages with the last release, and says which level the next one needs at least.',
  )
  .option('--base <ref>', 'compare with this commit, branch or tag (default: the last release, else main)')
  .option(
    '--behavior',
    'run the contract tests and the client of each release against the sandbox of the other, which takes minutes',
  )
  .option('--markdown <file>', 'write the report there, too')
  .addHelpText(
    'after',
    `
Exits with 1 where the changesets claim less than is needed. The report says what to write.

Examples:
  pnpm changes
  pnpm changes --base origin/main`,
  )
  .action(changes)
  .parseAsync()
  .catch(reportAndExit)
