import type { Fixtures } from '../fixtures/fixtures.ts'
import type { Scenario } from './scenario.ts'

/** What has to be true of an operation beyond a single call. */
export type ScenarioOf = Scenario<Fixtures>
