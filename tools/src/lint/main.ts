#!/usr/bin/env node
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { Command } from 'commander'
import { reportAndExit } from '../report.ts'
import { repository } from '../repository.ts'
import { lint } from './lint.ts'
import { asSarif, asText } from './report.ts'

const folder = 'spec'

await new Command('lint')
  .description('Says what is wrong in the document: each mistake once, where it was made.')
  .option('--sarif <file>', 'also writes the mistakes as SARIF, for code scanning')
  .action(async ({ sarif }: { sarif?: string }) => {
    const problems = await lint(path.join(repository, folder))
    const text = asText(problems, folder)
    process.stderr.write(text)
    if (sarif) writeFileSync(sarif, asSarif(problems, folder))
    // For `pnpm build`, which shows it without the lines of the tools between.
    const report = process.env['LINT_REPORT']
    if (report) writeFileSync(report, text)
    process.exitCode = problems.some(({ severity }) => severity === 'error') ? 1 : 0
  })
  .parseAsync()
  .catch(reportAndExit)
