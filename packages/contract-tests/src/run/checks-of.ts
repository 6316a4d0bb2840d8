import type { OperationCalls } from '../checks/calls.ts'
import type { Check, CheckName, Contract } from '../checks/contract.ts'
import type { Observation, Observe } from '../expect/observation.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { scenarios } from '../scenarios/index.ts'
import type { Scenario, ScenarioCheck } from '../scenarios/scenario.ts'

/** A check that has all that it needs but the calls of its operation, and somebody who hears of what differs. */
export interface RunnableCheck extends CheckName {
  readonly run: (calls: OperationCalls, observe: Observe) => Promise<void>
}

/** The names of all checks of an operation, in the order in which they run. */
export function checkNames(contract: Contract<Fixtures>): readonly CheckName[] {
  return [...contract.checks, ...scenarioOf(contract)]
}

/** All checks of an operation: those of single calls first, then its scenario. */
export function checksOf(contract: Contract<Fixtures>, fixtures: Fixtures): readonly RunnableCheck[] {
  const ofScenario = scenarioOf(contract).map((check) => fromScenario(contract.operation.id, check, fixtures))
  return [...contract.checks.map(fromCheck), ...ofScenario]
}

function scenarioOf({ operation }: Contract<Fixtures>): Scenario<Fixtures> {
  return scenarios.get(operation.id) ?? []
}

function fromCheck(check: Check): RunnableCheck {
  return { ...check, run: (calls, observe) => check.run(calls.observedBy(observe)) }
}

function fromScenario(
  operation: string,
  { run, ...check }: ScenarioCheck<Fixtures>,
  fixtures: Fixtures,
): RunnableCheck {
  return {
    ...check,
    situation: check.situation ?? check.title,
    run: (_calls, observe) =>
      run(fixtures.observedBy((observation) => observe(blame(operation, observation)))),
  }
}

/** What a scenario is about differs, whichever call shows it; the form of a response is that of who sent it. */
function blame(operation: string, observation: Observation): Observation {
  return observation.rule === undefined ? { ...observation, operation } : observation
}
