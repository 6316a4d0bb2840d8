import { expect, test } from 'vitest'
import { changelogPage } from './changelog-page.ts'
import { type Release, sinceWhen } from './releases.ts'

const first: Release = {
  version: '0.1.0',
  date: '2026-11-30',
  operations: { added: ['listPets', 'sellPet'], removed: [] },
  changes: [{ packages: ['client'], text: 'The first release.' }],
}
const next: Release = {
  operations: { added: ['feedPet'], removed: ['sellPet'] },
  changes: [{ packages: ['types', 'client'], text: 'Use `feedPet`, not `sellPet`.\n\nIt is free.' }],
}

test('what is not released comes first, and operations lead to their pages', () => {
  expect(changelogPage([next, first], new Set(['listPets', 'feedPet']))).toBe(`## Not yet released

New operations: [\`feedPet\`](/reference/feedPet/).

Removed operations: \`sellPet\`.

- **types, client**: Use [\`feedPet\`](/reference/feedPet/), not \`sellPet\`.

  It is free.

## 0.1.0 (2026-11-30)

New operations: [\`listPets\`](/reference/listPets/), \`sellPet\`.

- **client**: The first release.`)
})

test('without any changeset the page says that there is no release', () => {
  expect(changelogPage([], new Set())).toBe('There is no release yet.')
})

test('an operation is there since the release that added it', () => {
  expect(sinceWhen('listPets', [next, first])).toBe('0.1.0')
  expect(sinceWhen('feedPet', [next, first])).toBeUndefined()
})

test('an operation that was removed is there since it came back', () => {
  const back: Release = { ...next, version: '0.3.0', operations: { added: ['sellPet'], removed: [] } }
  expect(sinceWhen('sellPet', [back, { ...next, version: '0.2.0' }, first])).toBe('0.3.0')
})
