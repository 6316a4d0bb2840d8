import { whileBusy } from './busy.ts'
import type { Journal } from './journal.ts'
import { obeyAll } from './workers.ts'

/** A fault of the catalogue. */
export interface PlantedFault {
  readonly name: string
  readonly group: string
  /** Why nobody can see it, where that is so. */
  readonly invisible?: string
}

/** How the suite did with one. */
export interface Outcome {
  readonly name: string
  readonly group: string
  readonly verdict: 'named' | 'noticed' | 'stopped' | 'survived'
  readonly told: readonly string[]
  readonly milliseconds: number
}

/** How the suite did with a harmless difference. */
export interface Harmless {
  readonly name: string
  readonly alarms: readonly string[]
}

/** What there is to plant. */
export interface Sample {
  readonly faults: readonly PlantedFault[]
  readonly differences: readonly string[]
}

/** The faults that a seed plants, and all harmless differences. */
export async function listSample(seed: number): Promise<Sample> {
  const samples: Sample[] = []
  await obeyAll<Sample>([{ list: true, seed }], { lanes: 1 }, (sample) => samples.push(sample))
  const [sample] = samples
  if (!sample) throw new Error('The worker has listed nothing.')
  return sample
}

/** Plants each fault, two at a time, and tells how far it is. */
export async function plantAll(
  faults: readonly PlantedFault[],
  seed: number,
  { isComplete, journal }: { readonly isComplete: boolean; readonly journal: Journal },
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  const tell = createProgress(faults.length)
  const orders = faults.map(({ name }) => ({ fault: name, seed, isComplete }))
  await obeyAll<Outcome>(orders, { lanes: 2, journal }, (outcome) => {
    outcomes.push(outcome)
    tell(outcome.verdict === 'named' ? undefined : `${outcome.verdict}: ${outcome.name}`)
  })
  return outcomes
}

/** Runs the suite against each harmless difference. */
export async function differAll(
  differences: readonly string[],
  seed: number,
  journal: Journal,
): Promise<readonly Harmless[]> {
  const outcomes: Harmless[] = []
  const tell = createProgress(differences.length)
  const orders = differences.map((difference) => ({ difference, seed }))
  await obeyAll<Harmless>(orders, { lanes: 2, journal }, (outcome) => {
    outcomes.push(outcome)
    tell(outcome.alarms.length === 0 ? undefined : `alarm: ${outcome.name}`)
  })
  return outcomes
}

/** How often a correct server is tried. */
export interface CorrectRuns {
  readonly count: number
  readonly seed: number
  /** Whether the machine is kept busy during the second half. */
  readonly hasLoad: boolean
  readonly journal: Journal
}

/** Runs the suite as often against a correct server, on PGlite and PostgreSQL in turn, each time with another seed. */
export async function runCorrect({
  count,
  seed,
  hasLoad,
  journal,
}: CorrectRuns): Promise<readonly Harmless[]> {
  const outcomes: Harmless[] = []
  const tell = createProgress(count)
  const orders = Array.from({ length: count }, (_, index) => ({
    database: index % 2 === 0 ? 'PGlite' : 'PostgreSQL',
    seed: seed + index,
    ...(hasLoad && index >= count / 2 && { isLoaded: true }),
  }))
  const run = (chosen: typeof orders) =>
    obeyAll<Harmless>(chosen, { lanes: 2, journal }, (outcome) => {
      outcomes.push(outcome)
      tell(outcome.alarms.length === 0 ? undefined : `alarm: ${outcome.name}: ${outcome.alarms[0]}`)
    })
  await run(orders.filter(({ isLoaded }) => !isLoaded))
  const loaded = orders.filter(({ isLoaded }) => isLoaded)
  if (loaded.length > 0) await whileBusy(() => run(loaded))
  return outcomes
}

/** How the suite did with one of many faults at once. */
interface FaultAmongOthers {
  readonly name: string
  readonly isNamed: boolean
  readonly findings: readonly string[]
}

/** How the suite did with many faults at once. */
export interface Together {
  readonly name: string
  readonly faults: readonly FaultAmongOthers[]
  readonly findings: number
  /** Findings of operations in which nothing was planted. */
  readonly untrue: readonly string[]
  /** How many lines the console has. */
  readonly lines: number
  readonly stopped?: string
}

/** Plants many faults at once, as often, each time others. */
export async function plantTogether(
  together: number,
  { count, seed, journal }: Omit<CorrectRuns, 'hasLoad'>,
): Promise<readonly Together[]> {
  const outcomes: Together[] = []
  const tell = createProgress(count)
  const orders = Array.from({ length: count }, (_, index) => ({ together, seed: seed + index }))
  await obeyAll<Together>(orders, { lanes: 2, journal }, (outcome) => {
    outcomes.push(outcome)
    const missed = outcome.faults.filter(({ isNamed }) => !isNamed)
    tell(missed.length === 0 ? undefined : missed.map(({ name }) => `${outcome.name}: ${name}`).join('\n'))
  })
  return outcomes.sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }))
}

/** Says what was odd, and from time to time how far it is and how long it will take. */
export function createProgress(total: number): (oddity: string | undefined) => void {
  const startedAt = performance.now()
  let done = 0
  return (oddity) => {
    done += 1
    if (oddity !== undefined) process.stderr.write(`${oddity}\n`)
    if (done % 20 !== 0 && done !== total) return
    const left = ((performance.now() - startedAt) / done) * (total - done)
    process.stderr.write(`${done} of ${total}, ${Math.ceil(left / 60_000)} min left\n`)
  }
}
