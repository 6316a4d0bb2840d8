import { expect, test } from 'vitest'
import { SetupProblem } from '../errors.ts'
import { isPartial, type Selection, selectContracts } from './select-contracts.ts'

function names(selection: Selection): string[] {
  return selectContracts(selection).flatMap(({ contract, checks }) =>
    checks.map(({ rule, title }) => `${contract.operation.id} ${rule} ${title}`),
  )
}

test('all checks of all published operations are run, and those of the neighbours when they are asked for', () => {
  expect(names({}).some((name) => name.startsWith('createWorkspace '))).toBe(false)
  expect(names({ internal: true }).some((name) => name.startsWith('createWorkspace '))).toBe(true)
})

test('only the operations and rules that are asked for are run', () => {
  const chosen = names({ filter: ['deleteToken'], rules: ['write-scope', 'method-not-allowed'] })
  expect(new Set(chosen.map((name) => name.split(' ')[1]))).toEqual(
    new Set(['method-not-allowed', 'write-scope']),
  )
})

test('the profile quick keeps a few checks of each operation, and marks the others as left out', () => {
  const selected = selectContracts({ profile: 'quick', internal: true })
  expect(selected.length).toBe(selectContracts({ internal: true }).length)
  for (const { checks } of selected) {
    const kept = checks.filter(({ isLeftOut }) => !isLeftOut).map(({ rule }) => rule)
    const of = (rule: string) => checks.filter((check) => check.rule === rule)
    expect(kept).toContain('valid-call')
    expect(kept.filter((rule) => rule.startsWith('role-')).length).toBe(
      of('role-allowed').length + of('role-refused').length,
    )
    for (const rule of ['credentials-missing', 'credentials-unknown'])
      expect(kept.filter((each) => each === rule).length).toBe(of(rule).length > 0 ? 1 : 0)
    const hasBody = of('body-member-missing').length + of('body-type').length > 0
    expect(kept.filter((rule) => rule.startsWith('body-')).length).toBe(hasBody ? 1 : 0)
  }
  expect(selectContracts({}).every(({ checks }) => checks.every(({ isLeftOut }) => !isLeftOut))).toBe(true)
})

test('a filter that names nothing which the server has is refused', () => {
  const selection = { filter: ['whoami'], implements: ['getCurrentEmail', 'listTokens'] }
  expect(() => selectContracts(selection)).toThrow(
    'The server does not implement whoami, so nothing would be checked. Expected one of getCurrentEmail, listTokens.',
  )
})

test('all parts together are the whole run, and no check is in two of them', () => {
  const parts = [1, 2, 3].flatMap((index) => names({ shard: { index, count: 3 } }))
  expect([...parts].sort()).toEqual([...names({})].sort())
})

test('parts are of one size, to within one check', () => {
  const sizes = [1, 2, 3].map((index) => names({ shard: { index, count: 3 } }).length)
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
})

test('a part is always the same', () => {
  const shard = { index: 2, count: 5 }
  expect(names({ shard })).toEqual(names({ shard }))
})

test.each<[string, Selection, RegExp]>([
  [
    'an unknown operation',
    { filter: ['listuser'] },
    /No operation is called "listuser". Did you mean "listUsers"\?/,
  ],
  [
    'a rule that no check has',
    { filter: ['login'], rules: ['used-once'] },
    /No check of login has the rule used-once/,
  ],
  [
    'a part without checks',
    { filter: ['getCurrentEmail'], rules: ['read-only'], shard: { index: 2, count: 2 } },
    /No check of getCurrentEmail has the rule read-only in part 2 of 2/,
  ],
])('%s is refused', (_what, selection, message) => {
  expect(() => selectContracts(selection)).toThrow(SetupProblem)
  expect(() => selectContracts(selection)).toThrow(message)
})

test.each<[Selection, boolean]>([
  [{}, false],
  [{ filter: [], rules: [], internal: true, shard: { index: 1, count: 1 } }, false],
  [{ filter: ['login'] }, true],
  [{ rules: ['order'] }, true],
  [{ shard: { index: 1, count: 2 } }, true],
])('%j leaves checks out: %s', (selection, expected) => {
  expect(isPartial(selection)).toBe(expected)
})
