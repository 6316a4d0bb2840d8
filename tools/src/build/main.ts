#!/usr/bin/env node
import { Command } from 'commander'
import { runPhases } from '../pipeline/phases.ts'
import { reportAndExit } from '../report.ts'
import { wholeReference, writeWholeReference } from './write-whole-reference.ts'

interface Options {
  readonly drafts?: boolean
}

await new Command('pnpm build')
  .description('Lints and bundles the document, generates, and builds all packages.')
  .option('--drafts', 'a preview: types, client, hooks, mocks and docs have what is marked x-draft')
  .argument('[arguments...]', 'further arguments for turbo, such as --force')
  .allowUnknownOption()
  .addHelpText('after', '\nExamples:\n  pnpm build\n  pnpm build --force\n  pnpm build --drafts')
  .action(build)
  .parseAsync()
  .catch(reportAndExit)

async function build(turboArguments: readonly string[], { drafts = false }: Options): Promise<void> {
  await runPhases({ turboArguments, drafts })
  // What people review shows what is published.
  if (drafts) return
  if (await writeWholeReference())
    process.stderr.write(`${wholeReference} has changed: it is part of this change.\n`)
}
