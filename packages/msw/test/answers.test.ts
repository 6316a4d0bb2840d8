import { createUserApi, type UserApi } from '@windmill-user-api/client'
import { isSuccess } from '@windmill-user-api/codegen'
import type { HttpHandler } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { examples, fixtures } from '../src/fixtures.ts'
import { createHandlers } from '../src/index.ts'
import { document, inputOf } from './support/document.ts'

const baseUrl = 'http://localhost:8000/api'
const handlers = createHandlers({ baseUrl })
const server = setupServer()
const api = createUserApi({ baseUrl, auth: { kind: 'none' }, retry: false })

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

/** The members of a package by names that come from the document. */
const callsOf = (of: UserApi) => new Map<string, unknown>(Object.entries(of))
const bodiesOf = (of: object) => new Map<string, Record<string, unknown>>(Object.entries(of))
const calls = callsOf(api)

type Result = { ok: boolean; value?: unknown; error?: unknown; response?: Response }
async function call(id: string, input: object): Promise<Result> {
  const method = calls.get(id)
  if (typeof method !== 'function' || !('safe' in method) || typeof method.safe !== 'function')
    throw new Error(`the client has no ${id}.safe`)
  return method.safe(input)
}

function handler(id: string, status: number, options?: object): HttpHandler {
  const make: unknown = Object.entries(handlers).find(([name]) => name === id)?.[1]
  if (typeof make !== 'function') throw new Error(`there is no handler of ${id}`)
  return make(status, options)
}

describe.each(document.operations.map((operation) => [operation.id, operation] as const))(
  '%s',
  (id, operation) => {
    const statuses = operation.responses.map((response) => [Number(response.status), response] as const)

    test.each(statuses)(
      'is answered with %i, and the client reads what the document says',
      async (status, response) => {
        const expected = bodiesOf(fixtures).get(id)?.[status]
        server.use(handler(id, status))

        const { ok, value, error, response: answered } = await call(id, inputOf(operation))

        expect(ok).toBe(isSuccess(response))
        if (ok) expect(value).toEqual(expected)
        if (ok) expect(answered?.status).toBe(status)
        if (!ok) expect(error).toMatchObject({ kind: 'status', operation: id, status, body: expected })
      },
    )

    test.each(statuses)('is answered with %i by the name of each example', async (status) => {
      for (const [name, body] of Object.entries(Object(bodiesOf(examples).get(id)?.[status]))) {
        server.use(handler(id, status, { example: name }))
        const { value, error } = await call(id, inputOf(operation))
        expect(value ?? Reflect.get(Object(error), 'body')).toEqual(body)
      }
    })

    test('has exactly the statuses of the document', () => {
      expect(Object.keys(bodiesOf(fixtures).get(id) ?? {}).map(Number)).toEqual(
        statuses.map(([status]) => status),
      )
    })
  },
)

test('one call makes a handler of success for every operation', async () => {
  server.use(...handlers())

  for (const operation of document.operations) {
    const { value } = await call(operation.id, inputOf(operation))
    const success = operation.responses.find(isSuccess)?.status ?? ''
    expect(value).toEqual(bodiesOf(fixtures).get(operation.id)?.[success])
  }
})
