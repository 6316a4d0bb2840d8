import { expect, test } from 'vitest'
import { NotApplicable } from '../errors.ts'
import type { SentRequest } from '../http/exchange.ts'
import { readOnlyCheck, readOnlyTransport } from './read-only.ts'

const admin = { email: 'admin@windmill.dev', password: 'changeme' }

function caller() {
  const sent: string[] = []
  const guarded = readOnlyTransport(
    {
      send: async (operation, request) => {
        sent.push(operation)
        return { operation, request, response: { status: 200, headers: new Headers(), text: '' } }
      },
    },
    admin,
  )
  return { sent, guarded }
}

function request(method: string, body?: string): SentRequest {
  return { method, url: 'http://localhost:8000/api', headers: {}, body }
}

test.each([
  ['getCurrentEmail', request('GET')],
  ['getCurrentEmail', request('HEAD')],
  ['createToken', request('OPTIONS')],
  ['login', request('POST', JSON.stringify(admin))],
  ['logout', request('POST')],
])('%s is sent', async (operation, allowed) => {
  const { sent, guarded } = caller()
  await guarded.send(operation, allowed)
  expect(sent).toEqual([operation])
})

test.each([
  ['createToken', request('POST', '{}')],
  ['deleteToken', request('DELETE')],
  ['getCurrentEmail', request('PUT')],
  ['login', request('POST', JSON.stringify({ ...admin, password: 'wrong' }))],
])('%s is not sent, since even a refusal may do something', async (operation, refused) => {
  const { sent, guarded } = caller()
  await expect(async () => guarded.send(operation, refused)).rejects.toThrow(NotApplicable)
  expect(sent).toEqual([])
})

test('a check that needs several accounts says that there is one', async () => {
  const run = async () => {}
  const check = { rule: 'role-refused', title: 'returns 403 for a member', run } as const
  const attempt = readOnlyCheck(check).run({} as never, () => {}) // no calls are looked at
  await expect(attempt).rejects.toThrow(NotApplicable)
  await expect(attempt).rejects.toThrow('has one account')
  const single = { ...check, rule: 'valid-call' } as const
  expect(readOnlyCheck(single)).toBe(single)
})
