import { expect, test } from 'vitest'
import type { Workflow } from '../workflows/workflow.ts'
import { withRelated } from './related.ts'

const next = '\n## What you can do next\n\n- [`borrow`](/reference/borrow/): Borrow it.\n'
const pages = [
  { id: 'index', text: 'Welcome\n' },
  { id: 'reference/addBook', text: `Adds a book.\n${next}` },
  { id: 'reference/borrow', text: 'Borrows a book.\n' },
  { id: 'reference/getBook', text: 'Returns a book.\n' },
]

const step = (operationId: string) => ({
  id: operationId,
  description: '',
  operationId,
  parameters: [],
  successCriteria: [],
  outputs: [],
})
const workflow: Workflow = {
  id: 'lend',
  summary: 'Lend a book',
  description: '',
  inputs: [],
  steps: [step('addBook'), step('borrow'), step('internalStep')],
  outputs: [],
  failures: [],
}

const textOf = (id: string) => withRelated(pages, [workflow]).find((page) => page.id === id)?.text

test('an operation names those whose response it takes, and its place in workflows', () => {
  expect(textOf('reference/borrow')).toBe(
    'Borrows a book.\n\n## Related\n\n' +
      '- After [`addBook`](/reference/addBook/), with values of its response\n' +
      '- Workflow [Lend a book](/workflows/lend/): step 2 of 3, after [`addBook`](/reference/addBook/)\n',
  )
})

test('a page that nothing leads to stays as it is', () => {
  expect(textOf('reference/getBook')).toBe('Returns a book.\n')
  expect(textOf('index')).toBe('Welcome\n')
})
