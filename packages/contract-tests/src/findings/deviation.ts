import { isByChance, type Rule } from '../document/rule.ts'
import type { Difference } from './difference.ts'

/** What a server is known to do instead of what the contract says. It accepts that and nothing else. */
export interface Deviation {
  /** A name by which accepted blocks refer to it. */
  readonly id?: string
  /** The operations; `*` for all of them. */
  readonly operations: readonly string[]
  readonly rule: Rule
  /** What was looked at: `status`, `header Allow`, `body /0/email`. */
  readonly observation: string
  /** In which situations of the rule; every one where nothing is given. */
  readonly situations?: readonly string[]
  readonly expected: string
  readonly actual: string
  /** Why this is so. */
  readonly reason: string
  /** The last version of the contract for which this is accepted: `1.4.0`. */
  readonly until?: string
}

/** Checks that are accepted as blocked. */
export interface AcceptedBlock {
  /** The operations whose checks are blocked. */
  readonly operations: readonly string[]
  /** The `id` of the deviation that blocks them. */
  readonly blockedBy: string
}

/** The least that a run must reach, so that what is known does not grow in silence. */
export interface LeastCoverage {
  /** Operations with at least one check that passed, failed or was known. */
  readonly operations: number
  /** Pairs of operation and documented status that were returned. */
  readonly statuses: number
  /** Checks that passed, failed or were known. */
  readonly checks: number
}

/** What a deviations file says. */
export interface Deviations {
  readonly coverage?: LeastCoverage
  readonly deviations: readonly Deviation[]
  readonly blocked?: readonly AcceptedBlock[]
}

/** No deviation is known. */
export const noDeviations: Deviations = { deviations: [] }

/** A deviation that may not stay listed, and why. */
export interface StaleDeviation {
  readonly deviation: Deviation
  /** `no-longer-occurs`: the server keeps the rule now. `past-until`: it was to be gone by now. */
  readonly problem: 'no-longer-occurs' | 'past-until'
  /** The operations for which it no longer occurs. */
  readonly operations: readonly string[]
}

/** Why a deviation may not stay listed, as the end of a sentence that names it. */
export function describeStale({ problem, operations, deviation }: StaleDeviation): string {
  if (problem === 'past-until')
    return `was accepted until version ${deviation.until} of the contract. Fix the server, or choose a later "until".`
  return `no longer occurs (${operations.join(', ')}). Remove it: --prune-deviations does.`
}

/** The name of a deviation in messages: its id, or its operations, rule and observation. */
export function nameOf({ id, operations, rule, observation }: Deviation): string {
  return id ?? `${operations.join(', ')} ${rule} ${observation}`
}

/** Whether a deviation accepts a difference. */
export function accepts(deviation: Deviation, difference: Difference, version: string): boolean {
  return isInForce(deviation, version) && covers(deviation, difference)
}

/** Whether a deviation speaks of a difference, in force or not. */
export function covers(deviation: Deviation, difference: Difference): boolean {
  const { operations, situations, rule, observation, expected, actual } = deviation
  return (
    (operations.includes(difference.operation) || operations.includes('*')) &&
    rule === difference.rule &&
    observation === difference.observation &&
    expected === difference.expected &&
    actual === difference.actual &&
    (situations === undefined || difference.situation === '' || situations.includes(difference.situation))
  )
}

/** What is met by chance may not be met in a run: nothing follows from that. */
export function mayBeAbsent({ rule }: Deviation): boolean {
  return isByChance(rule) || rule === 'transient'
}

/** Whether a deviation is still accepted for a version of the contract. */
export function isInForce({ until }: Deviation, version: string): boolean {
  return until === undefined || compareVersions(version, until) <= 0
}

/** By number, part by part; what follows a `-` does not count. */
function compareVersions(one: string, other: string): number {
  const parts = (version: string) => version.split('-', 1)[0]?.split('.').map(Number) ?? []
  const others = parts(other)
  const differences = parts(one).map((part, index) => part - (others[index] ?? 0))
  return differences.find((difference) => difference !== 0) ?? 0
}
