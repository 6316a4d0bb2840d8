import type { CheckName } from '../checks/contract.ts'

/** One thing that must be true of the state of a server after some calls: what was written can be read, what was refused was not done. */
export interface ScenarioCheck<Fixtures> extends CheckName {
  /** Observes what differs. */
  readonly run: (fixtures: Fixtures) => Promise<void>
}

/** The checks of one operation that take more than one call. */
export type Scenario<Fixtures> = readonly ScenarioCheck<Fixtures>[]
