import type { AddCheck, Check, Contract, ContractParts } from './contract.ts'
import { announce } from './registrar.ts'

/** Collects the checks of one operation. Nothing runs yet. */
export function contractOf<Fixtures>(
  parts: ContractParts<Fixtures>,
  describe: (check: AddCheck) => void,
): Contract<Fixtures> {
  const checks: Check[] = []
  describe((rule, title, run, situation) =>
    checks.push({
      rule,
      title,
      run,
      ...(situation !== undefined && { situation }),
      // There has to be something to compare durations with.
      ...(rule === 'prompt' && { last: true }),
    }),
  )
  const contract = { ...parts, checks }
  announce(contract)
  return contract
}
