import {
  type Fetch,
  type FinishedCheck,
  type Observation,
  type Report,
  runContract,
  SetupProblem,
} from '../../src/index.ts'
import { admin, baseUrl } from '../sandbox.ts'
import { operations } from './document.ts'
import { type Difference, type Fault, nameOf } from './fault.ts'
import { names, toldByCheck, toldByFinding } from './names.ts'
import { plant } from './proxy/server.ts'

/** How the suite did with a fault. */
export interface Outcome {
  readonly name: string
  readonly group: string
  /** `named`: a failure names the operation and what is wrong; `stopped`: the run ended as a setup problem. */
  readonly verdict: 'named' | 'noticed' | 'stopped' | 'survived'
  /** The failures, in a line each; the reason where the run has stopped. */
  readonly told: readonly string[]
  readonly milliseconds: number
}

/** How a fault is tried. */
export interface TryOptions {
  /** A correct server. */
  readonly fetch: Fetch
  readonly seed: number
  /** Whether the run goes on after the first failure that names the fault, as it does for everybody else. */
  readonly isComplete?: boolean
  /** Whether only the operations by whose names the fault may be told are checked, for tests that have no time. */
  readonly isNarrow?: boolean
}

/** What a check observed, under its title. */
type Told = Observation & { readonly title: string }

/**
 * Runs the whole suite against a server with one fault. Its own operation comes first, and the run ends when a failure has
 * named the fault: what has not been noticed has survived a complete run.
 */
export async function tryFault(fault: Fault, options: TryOptions): Promise<Outcome> {
  const startedAt = performance.now()
  const found: Told[] = []
  const stop = new AbortController()
  const fetch = haltingFetch(plant(fault, options.fetch, admin), stop.signal)
  const end = (verdict: Outcome['verdict'], told: readonly string[]): Outcome => {
    const milliseconds = Math.round(performance.now() - startedAt)
    return { name: nameOf(fault), group: fault.group, verdict, told, milliseconds }
  }
  const verdictOf = () => (found.some((told) => isNamedBy(told, fault)) ? 'named' : 'noticed')
  try {
    const { findings } = await runContract({
      ...runOptions([fault.operation, ...(fault.also ?? [])], options),
      fetch,
      signal: stop.signal,
      onCheck: (finished) => {
        const told = toTold(finished)
        found.push(...told)
        if (!options.isComplete && told.some((each) => isNamedBy(each, fault))) stop.abort()
      },
    })
    // What failed in passing, and what ends tokens, is told by no check.
    const outside = findings.filter((finding) => names(toldByFinding(finding), fault))
    if (verdictOf() !== 'named' && outside.length > 0)
      return end(
        'named',
        outside.map(({ title }) => title),
      )
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error
    if (found.length === 0) return end('stopped', [error.message])
  }
  return found.length === 0 ? end('survived', []) : end(verdictOf(), found.map(toLine))
}

/** Runs the whole suite against a server that differs in a harmless way, and gives the alarms. */
export async function tryDifference(difference: Difference, options: TryOptions): Promise<readonly string[]> {
  const fetch = plant({ ...difference, operation: '', everywhere: true }, options.fetch, admin)
  return alarmsOf(await runContract({ ...runOptions([], options), fetch }))
}

/** Runs the whole suite against a correct server, and gives the alarms. */
export async function runCorrect(options: TryOptions): Promise<readonly string[]> {
  return alarmsOf(await runContract({ ...runOptions([], options), fetch: options.fetch }))
}

/** Findings, and what a run could not go on for. */
function alarmsOf({ findings, stopped }: Report): readonly string[] {
  const told = findings.map(
    ({ operations: of, rule, title, expected, actual }) =>
      `${of.join(', ')} ${rule}: ${title}: expected ${expected}, actual ${actual}`,
  )
  return stopped === undefined ? told : [...told, stopped]
}

function toTold({ check, outcome }: FinishedCheck): Told[] {
  const observed =
    outcome.kind === 'differs' ? outcome.observations : outcome.kind === 'blocked' ? [outcome.by] : []
  return observed.map((each) => ({ ...each, title: check.title }))
}

function runOptions(first: readonly string[], { seed, isNarrow }: TryOptions) {
  const others = operations.filter(({ id, isInternal }) => !first.includes(id) && !isInternal)
  return { baseUrl, admin, seed, filter: isNarrow ? first : [...first, ...others.map(({ id }) => id)] }
}

function isNamedBy(told: Told, fault: Fault): boolean {
  return names(toldByCheck(told.title, told), fault)
}

function toLine({ operation, rule, title, observation, expected, actual }: Told): string {
  return `${operation} ${rule ?? ''}: ${title}: ${observation}: expected ${expected}, actual ${actual}`
    .replaceAll('\n', ' ')
    .slice(0, 300)
}

/** In process nobody closes a connection: the time that a response may take is kept here. */
export function haltingFetch(fetch: Fetch, stopped: AbortSignal): Fetch {
  return (request) =>
    new Promise((resolve, reject) => {
      for (const signal of [request.signal, stopped]) {
        if (signal.aborted) reject(signal.reason)
        signal.addEventListener('abort', () => reject(signal.reason))
      }
      if (!stopped.aborted) fetch(request).then(resolve, reject)
    })
}
