import { expect, test } from 'vitest'
import { suggest } from './suggest.ts'

test.each([
  ['demmo', ['starter', 'demo'], ' Did you mean demo?'],
  ['super_admin', ['superAdmin'], ' Did you mean superAdmin?'],
  ['analytics', ['starter', 'demo'], ' Expected one of starter, demo.'],
  ['demo', [], ''],
  ['demo', Array.from({ length: 100 }, (_, index) => `workspace-${index}`), ''],
])('says for %s of %j:%s', (came, names, said) => {
  expect(suggest(came, names)).toBe(said)
})

test('changes the order of no list', () => {
  const names = ['starter', 'demo']
  suggest('demmo', names)
  expect(names).toEqual(['starter', 'demo'])
})
