#!/usr/bin/env node
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Command } from 'commander'
import { reportAndExit } from '../report.ts'
import { repository } from '../repository.ts'
import { figuresPage, type Occasion } from './figures-page.ts'
import { runFull } from './run-full.ts'

/** The build and the check come first: all of it ends within 40 minutes. */
const limit = 37 * 60_000

await new Command('pnpm test:full')
  .description('Runs the tests of both tiers. A run of all tests writes docs/figures.md.')
  .argument(
    '[arguments...]',
    'for vitest: run only these files, only a package (--project), or renew what tests write (-u)',
  )
  .allowUnknownOption()
  .addHelpText('after', '\nExamples:\n  pnpm test:full\n  pnpm test:full --project tools compilers')
  .action(main)
  .parseAsync()
  .catch(reportAndExit)

/** A run of some files only prints its figures: the page is about all of them. */
async function main(vitestArguments: readonly string[]): Promise<void> {
  const occasion = occasionNow()
  const { status, run } = await runFull({ cwd: repository, limit, vitestArguments })
  process.exitCode = status
  if (run === undefined)
    throw new Error('vitest ended before it reported: no figures. Its output above says why.')
  const page = figuresPage(run, occasion)
  process.stdout.write(`\n${page}`)
  if (vitestArguments.length === 0) await writeFile(path.join(repository, 'docs/figures.md'), page)
}

function occasionNow(): Occasion {
  const git = (...command: string[]) =>
    execFileSync('git', command, { cwd: repository, encoding: 'utf8' }).trim()
  return {
    commit: git('rev-parse', '--short', 'HEAD'),
    isChanged: git('status', '--porcelain') !== '',
    date: new Date(),
  }
}
