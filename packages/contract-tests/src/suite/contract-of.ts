import type { AddCheck, Check, Contract, ContractFacts } from './contract.ts'
import { announce } from './registrar.ts'

/** Collects the checks of one operation. Nothing runs yet. */
export function contractOf<World>(
  facts: ContractFacts<World>,
  describe: (check: AddCheck) => void,
): Contract<World> {
  const checks: Check[] = []
  describe((rule, title, run) => checks.push({ rule, title, run }))
  const contract = { ...facts, checks }
  announce(contract)
  return contract
}
