#!/usr/bin/env node
import { Command } from 'commander'
import { reportAndExit } from '../report.ts'
import { benchBuild } from './build.ts'

const bench = new Command('pnpm bench')
  .description(
    'Measures, and prints the table. Figures are of this machine, in this run: compare rows, not machines.',
  )
  .addHelpText('after', '\nExample:\n  pnpm bench build')

bench
  .command('build')
  .description('the whole build in a copy of this checkout: cold, nothing changed, one description edited')
  .action(async () => {
    process.stdout.write(await benchBuild())
  })

await bench.parseAsync().catch(reportAndExit)
