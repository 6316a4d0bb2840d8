import { expect, test } from 'vitest'
import { createClient, createUserApi, type Fetch, listUsersAsSuperAdmin, whois } from '../src/index.ts'
import { baseUrl, text } from './support/server.ts'

const auth = { kind: 'none' } as const
const account = { workspace: 'demo', username: 'ada' }
const notFound: Fetch = async () => {
  await new Promise((resolve) => setTimeout(resolve, 1))
  return text('Not found: ada', 404)
}
const api = createUserApi({ baseUrl, auth, fetch: notFound })
const client = createClient({ baseUrl, auth, fetch: notFound })

async function theCaller(call: () => Promise<unknown>): Promise<unknown> {
  try {
    const result = await call()
    return Reflect.get(Object(result), 'error')
  } catch (error) {
    return error
  }
}

async function firstOf(items: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of items) return
}

test.each<[string, () => Promise<unknown>]>([
  ['a method', () => api.whois(account)],
  ['a function', () => whois(client, account)],
  ['a call that never rejects', () => api.whois.safe(account)],
  ['what is refused', () => api.whois({ ...account, username: '..' })],
  ['what takes too long', () => api.whois(account, { timeout: 0, retry: false })],
  ['what is aborted', () => api.whois(account, { signal: AbortSignal.timeout(0) })],
  ['one of several calls', () => Promise.all([api.whois(account), api.logout()])],
  ['a list', () => firstOf(listUsersAsSuperAdmin.items(client))],
  ['what follows', () => api.whois(account).then(String)],
])('the stack of a failure names the line that called: %s', async (_, call) => {
  const error = await theCaller(call)

  expect(error).toHaveProperty('stack', expect.stringContaining('theCaller'))
  expect(error).toHaveProperty('stack', expect.stringContaining('stacks.test.ts'))
  expect(error).toHaveProperty('stack', expect.stringMatching(/^(Status|Undecl|Refused|Timeout|Aborted)/))
})
