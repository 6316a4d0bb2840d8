import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { differAll, listSample, type PlantedFault, plantAll, runCorrect } from './faults.ts'
import { hasSurvivor, renderCorrect, renderFaults, renderHarmless } from './tables.ts'

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
}

/** Plants faults between the contract tests and a correct server, and gives the table in Markdown. */
export async function benchContract(
  options: ContractBenchOptions,
): Promise<{ text: string; isGood: boolean }> {
  const { seed, only = '', sample = Number.POSITIVE_INFINITY, complete = false } = options
  const listed = await listSample(seed)
  const pattern = new RegExp(only)
  const faults = spread(
    listed.faults.filter(({ name }) => pattern.test(name)),
    sample,
  )
  const differences = listed.differences.filter((what) => pattern.test(`harmless: ${what}`))
  const outcomes = await plantAll(faults, seed, complete)
  const harmless = await differAll(sample < listed.faults.length ? [] : differences, seed)
  if (options.json !== undefined)
    await writeFile(options.json, `${JSON.stringify({ outcomes, harmless }, undefined, 2)}\n`)
  const machine = `pnpm bench contract --seed ${seed}, ${availableParallelism()} cores, Node ${process.version}\n`
  const text = [machine, renderFaults(faults, outcomes), renderHarmless(harmless)].join('\n')
  return {
    text,
    isGood: !hasSurvivor(faults, outcomes) && harmless.every(({ alarms }) => alarms.length === 0),
  }
}

/** Runs the contract tests as often against a correct server: whatever they tell is an alarm. */
export async function benchAlarms(count: number, seed: number): Promise<{ text: string; isGood: boolean }> {
  const runs = await runCorrect(count, seed)
  const machine = `pnpm bench contract --alarms ${count} --seed ${seed}, ${availableParallelism()} cores, Node ${process.version}\n`
  return {
    text: `${machine}\n${renderCorrect(runs)}`,
    isGood: runs.every(({ alarms }) => alarms.length === 0),
  }
}

/** Every n-th, so that each group has its share. */
function spread(faults: readonly PlantedFault[], count: number): readonly PlantedFault[] {
  if (count >= faults.length) return faults
  return Array.from(
    { length: count },
    (_, index) => faults[Math.floor((index * faults.length) / count)],
  ).filter((fault) => fault !== undefined)
}
