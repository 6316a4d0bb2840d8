import { expect, test } from 'vitest'
import { Mismatch } from '../errors.ts'
import { createCaller, type Fetch } from '../http/caller.ts'
import { createApi } from './api.ts'

function apiAt(fetch: Fetch) {
  return createApi(createCaller({ fetch, timeout: 1000 }), 'http://localhost/api')
}

test('calls an operation by its name, with its path, its body and a token', async () => {
  const api = apiAt(async (request) => {
    const { method, url, headers } = request
    return Response.json([method, url, headers.get('authorization'), await request.text()])
  })
  const input = { path: { workspace: 'demo' }, body: { email: 'ada@example.com', is_admin: false } }
  const { operation, answer } = await api.call('inviteUser', input, 'abc')
  expect(operation).toBe('inviteUser')
  expect(JSON.parse(answer.text)).toEqual([
    'POST',
    'http://localhost/api/w/demo/workspaces/invite_user',
    'Bearer abc',
    '{"email":"ada@example.com","is_admin":false}',
  ])
})

test('takes any success, since other rules judge which one is right', async () => {
  const api = apiAt(async () => new Response('done', { status: 202 }))
  await expect(api.succeed('logout', {}, 'abc')).resolves.toMatchObject({ answer: { status: 202 } })
})

test('blames the operation that failed, not the one that needed it', async () => {
  const api = apiAt(async () => new Response('Internal: oops', { status: 500 }))
  const call = api.succeed('createWorkspace', { body: { id: 'demo', name: 'Demo', username: 'ada' } }, 'abc')
  await expect(call).rejects.toThrow(Mismatch)
  await expect(call).rejects.toMatchObject({
    operation: 'createWorkspace',
    rule: 'stage',
    came: 'status 500',
  })
})
