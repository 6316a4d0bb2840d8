import { expect, test } from 'vitest'
import { SetupProblem } from '../errors.ts'
import { cleanUp } from './clean-up.ts'

const admin = { email: 'admin@windmill.dev', password: 'changeme' }
const baseUrl = 'http://localhost:8000/api'

/** A server with these accounts, some of which cannot be deleted, and one workspace. */
function serverWith(emails: readonly string[], { kept = '', list = '' } = {}) {
  const deleted: string[] = []
  const fetch = async ({ method, url }: Request) => {
    const { pathname, searchParams } = new URL(url)
    if (pathname.endsWith('/auth/login')) return new Response('Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX')
    if (pathname.endsWith('/list_as_super_admin')) {
      const isFirst = searchParams.get('page') === '1' || searchParams.get('page') === null
      return list ? new Response(list) : Response.json(isFirst ? emails.map((email) => ({ email })) : [])
    }
    const name = decodeURIComponent(pathname.replace('/api', ''))
    if (method !== 'DELETE') return new Response('ok')
    if (name.startsWith('/w/') && name !== '/w/contract-killed1-40/workspaces/delete')
      return new Response('Not found: none', { status: 404 })
    if (kept !== '' && name.includes(kept)) return new Response('Bad request: no', { status: 400 })
    deleted.push(name)
    return new Response('deleted')
  }
  return { deleted, fetch }
}

const leftovers = ['contract-killed1-1-user@example.com', 'contract-killed2-2-member@example.com']

test('removes accounts and workspaces of runs, and touches no other account', async () => {
  const { deleted, fetch } = serverWith([...leftovers, 'admin@windmill.dev', 'contract-team@example.com'])
  const report = await cleanUp({ baseUrl, admin, fetch })
  expect(deleted).toEqual([
    '/w/contract-killed1-40/workspaces/delete',
    '/users/delete/contract-killed1-1-user@example.com',
    '/users/delete/contract-killed2-2-member@example.com',
  ])
  expect(report).toEqual({
    removed: ['workspace contract-killed1-40', ...leftovers.map((email) => `account ${email}`)],
    left: [],
  })
})

test('removes what one run left, where it is named', async () => {
  const { deleted, fetch } = serverWith(leftovers)
  await cleanUp({ baseUrl, admin, fetch }, 'killed2')
  expect(deleted).toEqual(['/users/delete/contract-killed2-2-member@example.com'])
})

test('names what it could not remove', async () => {
  const { fetch } = serverWith(leftovers, { kept: 'killed1-1' })
  const { left } = await cleanUp({ baseUrl, admin, fetch })
  expect(left).toEqual(['account contract-killed1-1-user@example.com'])
})

test.each(['<html></html>', '{"accounts":[]}'])('gives up where accounts are listed as %s', async (list) => {
  const { fetch } = serverWith([], { list })
  await expect(cleanUp({ baseUrl, admin, fetch })).rejects.toThrow(SetupProblem)
})
