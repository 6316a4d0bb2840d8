import { expect, test } from 'vitest'
import { describeRelease, hasNews } from './describe-release.ts'
import type { Release } from './release.ts'

const note = (level: string, text: string, name = 'petstore-client') =>
  `---\n'@acme/${name}': ${level}\n---\n\n${text}\n`

const first: Release = {
  version: '0.1.0',
  date: '2026-11-30',
  operations: { added: ['listPets', 'sellPet'], removed: [] },
  changes: [],
}

test('a release says which operations it adds and removes', () => {
  const next = describeRelease({ notes: [], operations: ['listPets', 'feedPet'], before: [first] })
  expect(next.operations).toEqual({ added: ['feedPet'], removed: ['sellPet'] })
})

test('an operation that was removed and comes back is added again', () => {
  const second: Release = { ...first, version: '0.2.0', operations: { added: [], removed: ['sellPet'] } }
  const next = describeRelease({
    notes: [],
    operations: ['listPets', 'sellPet'],
    before: [second, first],
  })
  expect(next.operations).toEqual({ added: ['sellPet'], removed: [] })
})

test('each changeset is an entry with its packages and the operations that it names', () => {
  const notes = [note('patch', 'Retries end.'), note('minor', '`sellPet` needs a `price`; use `feedPet(…)`.')]
  const { changes } = describeRelease({ notes, operations: ['listPets', 'feedPet'], before: [first] })
  expect(changes).toEqual([
    {
      level: 'minor',
      packages: ['petstore-client'],
      text: '`sellPet` needs a `price`; use `feedPet(…)`.',
      operations: ['feedPet', 'sellPet'],
    },
    { level: 'patch', packages: ['petstore-client'], text: 'Retries end.', operations: [] },
  ])
})

test('an operation that a text only resembles is not named by it', () => {
  const { changes } = describeRelease({
    notes: [note('patch', 'Feed pets with listPets and `listPetsTwice`.')],
    operations: ['listPets'],
    before: [],
  })
  expect(changes[0]?.operations).toEqual([])
})

test('without changesets and with the same operations there is nothing to tell', () => {
  const same = describeRelease({ notes: [], operations: ['listPets', 'sellPet'], before: [first] })
  expect(hasNews(same)).toBe(false)
  expect(hasNews(describeRelease({ notes: [], operations: ['listPets'], before: [first] }))).toBe(true)
})
