import type { Rule } from '../document/rule.ts'

/** One thing that must be true of the state of a server after some calls: what was written can be read, what was refused was not done. */
export interface ScenarioCheck<Fixtures> {
  readonly rule: Rule
  /** Says what must be true: `lists the token with the label that it was made with`. */
  readonly title: string
  /** Runs when all others have ended: it needs a server at rest. */
  readonly last?: true
  /** Throws a `Mismatch` where it is not. */
  readonly run: (fixtures: Fixtures) => Promise<void>
}

/** The checks of one operation that take more than one call. */
export type Scenario<Fixtures> = readonly ScenarioCheck<Fixtures>[]
