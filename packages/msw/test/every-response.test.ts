import { exampleExchange } from '@windmill-user-api/codegen'
import { getResponse, type HttpHandler } from 'msw'
import { expect, test } from 'vitest'
import { createHandlers } from '../src/index.ts'
import { document } from './support/document.ts'

const baseUrl = 'https://api.example/base'
const handlers = createHandlers({ baseUrl })

function handlerOf(id: string, status: string): HttpHandler {
  const make: unknown = Reflect.get(handlers, id)
  if (typeof make !== 'function') throw new Error(`there is no handler of ${id}`)
  return make(/^\d+$/.test(status) ? Number(status) : status)
}

test.each(document.operations.map((operation) => [operation.id, operation] as const))(
  '%s is mocked with every status of the document',
  async (id, operation) => {
    const { method, path } = exampleExchange(document, operation)
    const url = baseUrl + path.split('/').map(encodeURIComponent).join('/')
    for (const { status, content } of operation.responses) {
      const response = await getResponse([handlerOf(id, status)], new Request(url, { method }))

      expect(String(response?.status)).toMatch(
        new RegExp(status === 'default' ? '^500$' : `^${status.replace('XX', '00')}$`),
      )
      const mediaTypes = method === 'HEAD' ? [] : content.map(({ name }) => name)
      expect([...mediaTypes, null]).toContain(response?.headers.get('Content-Type') ?? null)
    }
  },
)

test('one call makes a handler for every operation', () => {
  expect(handlers()).toHaveLength(document.operations.length)
})
