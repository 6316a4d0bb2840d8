#!/usr/bin/env node
import path from 'node:path'
import { readText, wholeNumber } from '@windmill-user-api/command-line'
import { Command, Option } from 'commander'
import { reportAndExit } from '../report.ts'
import { repository } from '../repository.ts'
import { benchAuthor } from './author/bench-author.ts'
import { benchBuild } from './build.ts'
import { benchClient } from './client/bench-client.ts'
import {
  benchAlarms,
  benchContract,
  benchTogether,
  type ContractBenchOptions,
  type Measured,
} from './contract/bench-contract.ts'
import { benchDocuments } from './documents/bench-documents.ts'
import { benchGenerators } from './generators.ts'
import { benchSandbox, sandboxTables } from './sandbox/bench-sandbox.ts'
import { benchTiming } from './timing/bench-timing.ts'
import { benchWeight } from './weight/bench-weight.ts'
import { writeIntoReadme } from './write-into-readme.ts'

const readNumber = wholeNumber({ least: 1, expected: 'Expected a whole number from 1, such as 3.' })

interface ContractOptions extends ContractBenchOptions {
  readonly alarms?: number
  readonly together?: number
}

/** What a command does that measures: its table is printed and, where asked, written into a README. */
function printed<Options>(measure: (options: Options) => Promise<string>, readme: string) {
  return async (options: Options & { readonly write?: true }): Promise<void> => {
    const tables = await measure(options)
    process.stdout.write(tables)
    if (options.write) await writeIntoReadme(path.join(repository, readme), tables)
  }
}

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

bench
  .command('contract')
  .description('plants faults between the contract tests and a correct server: which do they notice?')
  .option('--seed <number>', 'another seed plants another sample', readNumber, 1)
  .option('--only <pattern>', 'only faults whose names match')
  .option('--sample <number>', 'as many faults, spread over the groups', readNumber)
  .option('--complete', 'let every run go on to its end, not only to the failure that names the fault')
  .option('--json <file>', 'write the outcome of each fault')
  .option('--alarms <number>', 'plant nothing, and run as often against a correct server', readNumber)
  .option('--load', 'with --alarms: keep the machine busy during the second half of the runs')
  .option(
    '--together <number>',
    'plant as many faults at once, one per operation, without createUser',
    readNumber,
  )
  .option('--runs <number>', 'with --together: as often, each time with other faults', readNumber, 5)
  .option('--resume <file>', 'keep each outcome in a file at once, and go on from those that it has')
  .option('--again', 'with --resume: plant again what the file has as not named')
  .option('--write', 'write the table into the README of the contract tests')
  .action(async (options) => {
    const { text, isGood, place } = await measureContract(options)
    process.stdout.write(text)
    const readme = path.join(repository, 'packages/contract-tests/README.md')
    if (options.write) await writeIntoReadme(readme, text, place)
    process.exitCode = isGood ? 0 : 1
  })

bench
  .command('generators')
  .description('what each generator, and the compiler on its output, costs for 100, 300 and 1,000 operations')
  .option('--write', 'write the table into the README of codegen')
  .action(printed(benchGenerators, 'packages/codegen/README.md'))

bench
  .command('documents')
  .description('what the generators make of documents that others publish, and two compilers of that')
  .option('--only <name>', 'only the packages whose names have this')
  .option('--write', 'write what is found into the README of these documents')
  .action(printed(benchDocuments, 'tools/src/bench/documents/README.md'))

bench
  .command('author')
  .description(
    'makes mistakes in a copy of the document: which does our lint tell, which do Redocly and Spectral?',
  )
  .option('--write', 'write the table into the README of the mistakes')
  .action(printed(benchAuthor, 'tools/gates/author/README.md'))

bench
  .command('client')
  .description(
    'sets our client beside six others: size, time, types, and what each does before a server that misbehaves',
  )
  .option('--port <number>', 'serve here and at the next one', readNumber, 8560)
  .option('--write', "write the tables into the client's README")
  .action(printed(({ port }: { port: number }) => benchClient(port), 'packages/client/README.md'))

bench
  .command('sandbox')
  .description(
    'loads the sandbox beside bare Hono and Prism, alone, as a fleet and when full, and times each start',
  )
  .option('--port <number>', 'serve here and at the four next ones', readNumber, 8510)
  .option('--seconds <number>', 'how long each measurement takes', readNumber, 3)
  .addOption(
    new Option('--only <tables...>', 'measure and print only these tables').choices(
      Object.keys(sandboxTables),
    ),
  )
  .option(
    '--database-url <url>',
    'a PostgreSQL whose user may make databases (default: that of DATABASE_URL, else one that npm has brought)',
  )
  .option('--write', "write the tables into the sandbox's README")
  .addHelpText('after', '\nExample:\n  pnpm bench sandbox --only starts load')
  .action(
    printed(
      (options: Parameters<typeof benchSandbox>[0]) =>
        benchSandbox({
          ...options,
          databaseUrl: options.databaseUrl ?? readText(process.env, 'DATABASE_URL'),
        }),
      'packages/sandbox/README.md',
    ),
  )

bench
  .command('timing')
  .description('looks in the duration of responses of the sandbox for whether an e-mail has an account')
  .option('--port <number>', 'serve here', readNumber, 8510)
  .option('--attempts <number>', 'of each kind', readNumber, 2_000)
  .option(
    '--database-url <url>',
    'a PostgreSQL whose user may make databases (default: one that npm has brought)',
  )
  .option('--write', "write the table into the sandbox's threat model")
  .action(printed(benchTiming, 'packages/sandbox/docs/security.md'))

bench
  .command('weight')
  .description(
    'installs each of our packed packages, and what people use for the same: how much comes along?',
  )
  .option('--write', 'write the table into the README')
  .action(printed(benchWeight, 'README.md'))

/** What the options ask for, and the name of its place in the README. */
function measureContract(options: ContractOptions): Promise<Measured & { readonly place: string }> {
  const { alarms, together } = options
  if (alarms !== undefined) return placed('bench:alarms', benchAlarms(alarms, options))
  if (together !== undefined) return placed('bench:together', benchTogether(together, options))
  return placed('bench', benchContract(options))
}

async function placed(place: string, measuring: Promise<Measured>) {
  return { ...(await measuring), place }
}

await bench.parseAsync().catch(reportAndExit)
