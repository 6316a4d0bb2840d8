import type { CheckName, Contract } from '../checks/contract.ts'
import type { Rule } from '../document/rule.ts'
import { SetupProblem } from '../errors.ts'
import { nearest } from '../files/nearest.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { contracts as allContracts } from '../generated/contracts.ts'
import { checkNames } from './checks-of.ts'
import { quickPlaces } from './quick.ts'
import type { Profile } from './read-only.ts'

/** Which checks to run. */
export interface Selection {
  /** The `operationId`s to check; all published operations where nothing is given. */
  readonly filter?: readonly string[]
  /** The rules to check; all where nothing is given. */
  readonly rules?: readonly Rule[]
  /** The operations that the server has; all of them where nothing is given. Checks of others do not apply. */
  readonly implements?: readonly string[]
  /** Whether to check the neighbours that set the setup, too, which the published document lacks. */
  readonly internal?: boolean
  /** `quick` leaves out all but the most important checks. */
  readonly profile?: Profile
  /** One part of so many: all parts together are the whole run. */
  readonly shard?: Shard
}

/** The first of three parts is `{ index: 1, count: 3 }`. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/** An operation, and the checks of it that are to run, by their place among all that it has. */
export interface SelectedContract {
  readonly contract: Contract<Fixtures>
  readonly checks: readonly SelectedCheck[]
}

/** A check that is to run. */
export interface SelectedCheck extends CheckName {
  readonly place: number
  /** Whether the profile leaves it out: it does not apply then. */
  readonly isLeftOut: boolean
}

/** Whether a selection leaves checks out. */
export function isPartial({ filter = [], rules = [], shard, profile = 'full' }: Selection): boolean {
  return filter.length > 0 || rules.length > 0 || (shard?.count ?? 1) > 1 || profile !== 'full'
}

/** What a run checks. Throws a `SetupProblem` for a name that no operation has, and where nothing would be checked. */
export function selectContracts(selection: Selection): readonly SelectedContract[] {
  const { rules, shard = { index: 1, count: 1 }, profile } = selection
  const contracts = chooseContracts(selection)
  let count = 0
  const selected = contracts.map((contract) => {
    const names = checkNames(contract)
    const quick = profile === 'quick' ? quickPlaces(names) : undefined
    const checks = names
      .map((check, place) => ({ ...check, place, isLeftOut: quick?.has(place) === false }))
      .filter(({ rule }) => rules === undefined || rules.length === 0 || rules.includes(rule))
      .filter(() => count++ % shard.count === shard.index - 1)
    return { contract, checks }
  })
  refuseNoChecks(selected, selection)
  return selected.filter(({ checks }) => checks.length > 0)
}

function chooseContracts({
  filter,
  internal = false,
  implements: listed = [],
}: Selection): readonly Contract<Fixtures>[] {
  if (!filter || filter.length === 0)
    return allContracts.filter(({ operation }) => internal || !operation.internal)
  const known = new Map<string, Contract<Fixtures>>(
    allContracts.map((contract) => [contract.operation.id, contract]),
  )
  const chosen = filter.map((id) => {
    const contract = known.get(id)
    if (contract) return contract
    throw new SetupProblem(`No operation is called "${id}". ${nearest(id, [...known.keys()])}`)
  })
  if (listed.length > 0 && !filter.some((id) => listed.includes(id)))
    throw new SetupProblem(
      `The server does not implement ${filter.join(', ')}, so nothing would be checked. Expected one of ${listed.join(', ')}.`,
    )
  return chosen
}

/** A run that checks nothing would look as if all were well. */
function refuseNoChecks(selected: readonly SelectedContract[], { rules, shard }: Selection): void {
  if (selected.some(({ checks }) => checks.length > 0)) return
  const operations = selected.map(({ contract }) => contract.operation.id).join(', ')
  const what = rules && rules.length > 0 ? `has the rule ${rules.join(', ')}` : 'is left'
  const where = shard && shard.count > 1 ? ` in part ${shard.index} of ${shard.count}` : ''
  throw new SetupProblem(
    `No check of ${operations} ${what}${where}. Expected a rule that one of them has: "windmill-user-contract --list" shows all.`,
  )
}
