import { describe, expect, test } from 'vitest'
import { operations } from '../src/generated/methods.ts'
import { AnswerError, createClient, createUserApi, type OperationFacts, whois } from '../src/index.ts'
import { caught } from './support/caught.ts'
import { baseUrl, json, text } from './support/server.ts'

const account = { workspace: 'demo', username: 'ada' }
const none = { kind: 'none' } as const

describe('safe', () => {
  test('resolves to the result and its answer', async () => {
    const api = createUserApi({ baseUrl, auth: none, fetch: () => json({ email: 'ada@example.com' }) })
    const result = await api.whois.safe(account)

    if (!result.ok) throw result.error
    expect(result.value.email).toBe('ada@example.com')
    expect(result.response.headers.get('Content-Type')).toBe('application/json')
  })

  test('resolves to the error, which its status narrows', async () => {
    const client = createClient({ baseUrl, auth: none, fetch: () => text('Not found: ada', 404) })
    const result = await whois.safe(client, account)

    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'status', status: 404, body: 'Not found: ada' },
    })
  })

  test('resolves to what was refused', async () => {
    const api = createUserApi({ baseUrl, auth: none, fetch: () => text('sent') })

    expect(await api.whois.safe({ ...account, username: '..' })).toMatchObject({
      ok: false,
      error: { kind: 'refused', argument: 'username' },
    })
  })

  test('hides no mistake of the caller', async () => {
    const api = createUserApi({ baseUrl, auth: none, fetch: () => text('sent') })
    const input = new Proxy(account, {
      get: () => {
        throw new SyntaxError('not mine')
      },
    })

    expect(await caught(api.whois.safe(input))).toMatchObject({ name: 'SyntaxError', message: 'not mine' })
  })
})

describe.each(operations.map(({ facts }) => [facts.id, facts] as const))(
  'the raw answer of %s',
  (id, facts) => {
    test('comes with its result', async () => {
      const answer = successOf(facts)
      const { status } = answer
      const result = await call(id, facts, answer)
      expect(result).toEqual({ ok: true, status, value: expect.anything(), response: answer })
    })

    test('comes with its failure', async () => {
      const answer = text('Too large', 413, { 'X-Request-Id': '7' })
      const { error } = await call(id, facts, answer)

      expect(error).toBeInstanceOf(AnswerError)
      expect(error instanceof AnswerError && error.response).toBe(answer)
    })
  },
)

function successOf({ responses }: OperationFacts): Response {
  const [status] = Object.keys(responses)
  return responses[Number(status)] === 'text/plain' ? text('done', Number(status)) : json([], Number(status))
}

/** Calls an operation of any type. */
async function call(id: string, { path }: OperationFacts, answer: Response): Promise<{ error?: unknown }> {
  const api = createUserApi({ baseUrl, auth: none, retry: false, fetch: () => answer })
  const method: unknown = Object.entries(api).find(([name]) => name === id)?.[1]
  if (typeof method !== 'function' || !('safe' in method) || typeof method.safe !== 'function')
    throw new TypeError(`expected the method ${id} to have a safe one`)
  return method.safe(Object.fromEntries([...path.matchAll(/\{(.+?)\}/g)].map(([, name]) => [name, 'ada'])))
}
