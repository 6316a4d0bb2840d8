import type { Check, Contract } from '../checks/contract.ts'
import { Mismatch } from '../errors.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { mismatchOf } from '../http/no-response.ts'
import { scenarios } from '../scenarios/index.ts'
import type { Scenario, ScenarioCheck } from '../scenarios/scenario.ts'

/** What a check is called. */
export type CheckName = Pick<Check, 'rule' | 'title' | 'last'>

/** The names of all checks of an operation, in the order in which they run. */
export function checkNames(contract: Contract<Fixtures>): readonly CheckName[] {
  return [...contract.checks, ...scenarioOf(contract)]
}

/** All checks of an operation: those of single calls first, then its scenario. */
export function checksOf(contract: Contract<Fixtures>, fixtures: Fixtures): readonly Check[] {
  const told = scenarioOf(contract).map((check) => toCheck(contract.operation.id, check, fixtures))
  return [...contract.checks, ...told]
}

function scenarioOf({ operation }: Contract<Fixtures>): Scenario<Fixtures> {
  return scenarios.get(operation.id) ?? []
}

function toCheck(operation: string, { run, ...check }: ScenarioCheck<Fixtures>, fixtures: Fixtures): Check {
  return { ...check, run: () => run(fixtures).catch((error: unknown) => blame(operation, error)) }
}

/** What a scenario is about is to blame, whichever call shows it; a setup that could not be set is not its fault. */
function blame(operation: string, error: unknown): never {
  const mismatch = mismatchOf(error)
  if (!mismatch || mismatch.rule === 'setup') throw error
  throw new Mismatch({ ...detailsOf(mismatch), operation })
}

function detailsOf({ expected, came, request, exchange, rule }: Mismatch) {
  return { expected, came, request, exchange, rule }
}
