import type { AddCheck, Check, Contract, ContractParts } from './contract.ts'
import { announce } from './registrar.ts'

/** Collects the checks of one operation. Nothing runs yet. */
export function contractOf<Fixtures>(
  facts: ContractParts<Fixtures>,
  describe: (check: AddCheck) => void,
): Contract<Fixtures> {
  const checks: Check[] = []
  describe((rule, title, run) => checks.push({ rule, title, run }))
  const contract = { ...facts, checks }
  announce(contract)
  return contract
}
