import { expect, test } from 'vitest'
import { readDocument } from '../../model/index.ts'
import { generate } from './generate.ts'

const done = { responses: { 204: { description: 'Done.' } } }

test('lists the operations of the document, and not what a server calls', async () => {
  const called = { post: { operationId: 'called', ...done } }
  const files = await generate(
    readDocument({
      openapi: '3.1.1',
      info: { title: 'Parcels', version: '1.0.0' },
      paths: {
        '/parcels': {
          post: { operationId: 'send', ...done, callbacks: { arrived: { '{$request.query.url}': called } } },
        },
      },
      webhooks: { arrived: { post: { operationId: 'send', ...done } } },
      components: { callbacks: { shared: { '{$request.query.url}': called } } },
    }),
  )
  const [, operations = ''] = (files.get('openapi.d.ts') ?? '').split('export interface operations {')

  expect([...operations.matchAll(/^ {4}(\w+): \{/gm)].map(([, id]) => id)).toEqual(['send'])
})

test('calls a schema that holds itself otherwise than a type of TypeScript that stands beside it', async () => {
  const record = { type: 'array', items: { $ref: '#/components/schemas/Record' } }
  const files = await generate(
    readDocument({
      openapi: '3.1.1',
      info: { title: 'Records', version: '1' },
      components: { schemas: { Record: record, Empty: { type: 'object' } } },
    }),
  )

  expect(files.get('openapi.d.ts')).toContain('type Record_ = Record_[]')
  expect(files.get('openapi.d.ts')).toContain('Empty: Record<string, unknown>')
  expect(files.get('names.d.ts')).toContain('export type Record = components')
})
