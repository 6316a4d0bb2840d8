import { expect, test } from 'vitest'
import { createCaller, type Fetch } from '../http/caller.ts'
import { createApi } from './api.ts'
import { createBelongings } from './belongings.ts'

function belongingsAt(fetch: Fetch) {
  return createBelongings(createApi(createCaller({ fetch, timeout: 1000 }), 'http://localhost/api'))
}

test('removes workspaces before the accounts that own them, as the super admin', async () => {
  const calls: string[] = []
  const belongings = belongingsAt(async ({ method, url, headers }) => {
    calls.push(`${method} ${new URL(url).pathname} ${headers.get('authorization')}`)
    return new Response('gone')
  })
  belongings.account('contract-1@example.com')
  belongings.workspace('contract-1')
  expect(await belongings.remove('admin-token')).toEqual([])
  expect(calls).toEqual([
    'DELETE /api/w/contract-1/workspaces/delete Bearer admin-token',
    'DELETE /api/users/delete/contract-1%40example.com Bearer admin-token',
  ])
})

test('is content with what never came to be', async () => {
  const belongings = belongingsAt(async () => new Response('Not found: no such account', { status: 404 }))
  belongings.account('contract-1@example.com')
  expect(await belongings.remove('admin-token')).toEqual([])
})

test('names what a server does not let go of, or does not answer for', async () => {
  const belongings = belongingsAt(async ({ url }) => {
    if (url.includes('/w/')) return new Response('Internal: oops', { status: 500 })
    throw new TypeError('fetch failed')
  })
  belongings.workspace('contract-1')
  belongings.account('contract-1@example.com')
  expect(await belongings.remove('admin-token')).toEqual([
    'workspace contract-1',
    'account contract-1@example.com',
  ])
})

test('removes once', async () => {
  let calls = 0
  const belongings = belongingsAt(async () => {
    calls += 1
    return new Response('gone')
  })
  belongings.workspace('contract-1')
  await belongings.remove('admin-token')
  await belongings.remove('admin-token')
  expect(calls).toBe(1)
})
