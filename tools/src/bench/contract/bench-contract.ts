import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { differAll, listSample, type PlantedFault, plantAll, plantTogether, runCorrect } from './faults.ts'
import { type Journal, noJournal, openJournal } from './journal.ts'
import { hasSurvivor, renderCorrect, renderFaults, renderHarmless } from './tables.ts'
import { isEnough, renderTogether } from './together-table.ts'

/** What to plant, and what to write. */
export interface ContractBenchOptions {
  /** Another seed plants another sample, and draws other cases. */
  readonly seed: number
  /** Only faults whose names this pattern matches. */
  readonly only?: string
  /** As many of them, spread over the groups. */
  readonly sample?: number
  /** Let every run go on to its end. */
  readonly complete?: boolean
  /** A file that takes the outcome of each fault, as JSON. */
  readonly json?: string
  /** A file that keeps each outcome as it comes, and from which a bench that was interrupted goes on. */
  readonly resume?: string
  /** Plant what the file has as not named right once more. */
  readonly again?: boolean
  /** How often faults are planted together. */
  readonly runs?: number
  /** Whether the machine is kept busy during the second half of the runs on a correct server. */
  readonly load?: boolean
}

/** A table in Markdown, and whether it is as it has to be. */
export interface Measured {
  readonly text: string
  readonly isGood: boolean
}

/** Plants faults between the contract tests and a correct server, and gives the table in Markdown. */
export async function benchContract(options: ContractBenchOptions): Promise<Measured> {
  const { seed, only = '', sample = Number.POSITIVE_INFINITY, complete = false } = options
  const listed = await listSample(seed)
  const pattern = new RegExp(only)
  const faults = spread(
    listed.faults.filter(({ name }) => pattern.test(name)),
    sample,
  )
  const differences = listed.differences.filter((what) => pattern.test(`harmless: ${what}`))
  const journal = journalOf(options)
  const outcomes = await plantAll(faults, seed, { isComplete: complete, journal })
  const harmless = await differAll(sample < listed.faults.length ? [] : differences, seed, journal)
  if (options.json !== undefined)
    await writeFile(options.json, `${JSON.stringify({ outcomes, harmless }, undefined, 2)}\n`)
  const command = `pnpm bench contract --seed ${seed}, ${machine()}\n`
  const text = [command, renderFaults(faults, outcomes), renderHarmless(harmless)].join('\n')
  return {
    text,
    isGood: !hasSurvivor(faults, outcomes) && harmless.every(({ alarms }) => alarms.length === 0),
  }
}

/** Runs the contract tests as often against a correct server: whatever they tell is an alarm. */
export async function benchAlarms(count: number, options: ContractBenchOptions): Promise<Measured> {
  const { seed, load: hasLoad = false } = options
  const runs = await runCorrect({ count, seed, hasLoad, journal: journalOf(options) })
  const command = `pnpm bench contract --alarms ${count}${hasLoad ? ' --load' : ''} --seed ${seed}`
  return {
    text: `${command}, ${machine()}\n\n${renderCorrect(runs)}`,
    isGood: runs.every(({ alarms }) => alarms.length === 0),
  }
}

/** Plants as many faults at once into a server that lacks `createUser`, several times. */
export async function benchTogether(together: number, options: ContractBenchOptions): Promise<Measured> {
  const { seed, runs: count = 5 } = options
  const outcomes = await plantTogether(together, { count, seed, journal: journalOf(options) })
  const command = `pnpm bench contract --together ${together} --runs ${count} --seed ${seed}`
  return {
    text: `${command}, ${machine()}\n\n${renderTogether(outcomes)}`,
    isGood: isEnough(outcomes),
  }
}

function machine(): string {
  return `${availableParallelism()} cores, Node ${process.version}`
}

function journalOf({ resume, again = false }: ContractBenchOptions): Journal {
  if (resume === undefined) return noJournal
  return openJournal(resume, (answer) => again && isMissed(answer))
}

/** Whether an answer is of a fault that was not named, or of a run with an alarm. */
function isMissed(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return true
  if ('verdict' in answer) return answer.verdict !== 'named'
  return 'alarms' in answer && Array.isArray(answer.alarms) && answer.alarms.length > 0
}

/** Every n-th, so that each group has its share. */
function spread(faults: readonly PlantedFault[], count: number): readonly PlantedFault[] {
  if (count >= faults.length) return faults
  return Array.from(
    { length: count },
    (_, index) => faults[Math.floor((index * faults.length) / count)],
  ).filter((fault) => fault !== undefined)
}
