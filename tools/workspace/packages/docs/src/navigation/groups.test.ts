import { expect, it } from 'vitest'
import { operationFacts } from '../../test/operation-facts.ts'
import { groupOperations } from './groups.ts'
import { readOperations } from './operations.ts'

it('groups operations by their first tag, in the order of the document', () => {
  const operations = [
    operationFacts({ id: 'first', tags: ['books', 'old'] }),
    operationFacts({ id: 'second', tags: [] }),
    operationFacts({ id: 'third', tags: ['books'] }),
  ]
  const groups = groupOperations(operations).map((group) => [
    group.label,
    group.operations.map(({ id }) => id),
  ])
  expect(groups).toEqual([
    ['books', ['first', 'third']],
    ['Operations', ['second']],
  ])
})

it('shows every operation of the document exactly once', async () => {
  const operations = await readOperations()
  const shown = groupOperations(operations).flatMap((group) => group.operations.map(({ id }) => id))
  expect(shown.toSorted()).toEqual(operations.map(({ id }) => id).toSorted())
})
