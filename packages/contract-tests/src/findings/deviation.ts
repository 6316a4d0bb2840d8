import type { Rule } from '../document/rule.ts'

/** What is known to differ on a server: findings of this operation and rule do not fail a run. */
export interface Deviation {
  /** The operation that a finding names. */
  readonly operation: string
  readonly rule: Rule
  /** Why this is so. */
  readonly reason: string
  /** The last version of the contract for which this is accepted: `1.4.0`. */
  readonly until?: string
}

/** A deviation that may not stay listed, and why. */
export interface OutdatedDeviation extends Deviation {
  /** `no-longer-occurs`: the server keeps the rule now. `past-until`: it was to be gone by now. */
  readonly problem: 'no-longer-occurs' | 'past-until'
}

/** Why a deviation may not stay listed, as the end of a sentence that names it. */
export function describeOutdated({ problem, until }: OutdatedDeviation): string {
  return problem === 'past-until'
    ? `was accepted until ${until} of the contract. Expected: the server keeps the rule, or a later "until".`
    : 'no longer occurs. Expected: its entry is taken out of the deviations.'
}

/** Whether a deviation is still accepted for a version of the contract. */
export function isAccepted({ until }: Deviation, version: string): boolean {
  return until === undefined || compareVersions(version, until) <= 0
}

/** By number, part by part; what follows a `-` does not count. */
function compareVersions(one: string, other: string): number {
  const parts = (version: string) => version.split('-', 1)[0]?.split('.').map(Number) ?? []
  const others = parts(other)
  const differences = parts(one).map((part, index) => part - (others[index] ?? 0))
  return differences.find((difference) => difference !== 0) ?? 0
}
