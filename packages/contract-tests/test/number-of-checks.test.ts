import { expect, test } from 'vitest'
import type { Contract } from '../src/checks/contract.ts'
import type { Rule } from '../src/document/rule.ts'
import type { Fixtures } from '../src/fixtures/fixtures.ts'
import { contracts } from '../src/generated/contracts.ts'
import { checkNames } from '../src/run/checks-of.ts'

const heading = `# How many checks the contract tests make, by operation and rule. A test compares it with what is generated.
# To renew it: pnpm vitest run --project contract-tests number-of-checks -u
`

test('number-of-checks.yaml says how many checks each operation has of each rule (renew: add -u)', async () => {
  await expect(`${heading}${sections(contracts)}`).toMatchFileSnapshot('number-of-checks.yaml')
})

test('a contract that loses a check reads differently', () => {
  const [first, ...others] = contracts
  if (!first) throw new Error('There is no contract.')
  const shorter: Contract<Fixtures> = { ...first, checks: first.checks.slice(1) }
  expect(sections([shorter, ...others])).not.toBe(sections(contracts))
})

/** One section per operation, in alphabetical order, with the rules in alphabetical order. */
function sections(described: readonly Contract<Fixtures>[]): string {
  return described
    .toSorted((one, other) => (one.operation.id < other.operation.id ? -1 : 1))
    .map((contract) => {
      const rules = checkNames(contract).map(({ rule }) => rule)
      return `\n${contract.operation.id}: # ${rules.length} checks\n${numbers(rules)}`
    })
    .join('')
}

function numbers(rules: readonly Rule[]): string {
  return [...new Set(rules)]
    .toSorted()
    .map((rule) => `  ${rule}: ${rules.filter((other) => other === rule).length}\n`)
    .join('')
}
