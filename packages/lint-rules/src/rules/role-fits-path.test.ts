import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

const credentials = '[{ bearerAuth: [] }]'

const lintRole = (role: string, security: string, url: string) =>
  lintWith(
    'role-fits-path',
    documentWith(`get:\n  x-role: ${role}\n  security: ${security}\n  responses: {}`, url),
  )

test.each([
  ['anonymous', '[]', '/auth/login'],
  ['user', credentials, '/users/email'],
  ['super-admin', credentials, '/users/create'],
  ['member', credentials, '/w/{workspace}/users/list'],
  ['workspace-admin', credentials, '/w/{workspace}/users/add'],
])('%s with security %s fits %s', async (role, security, url) => {
  expect(await lintRole(role, security, url)).toEqual([])
})

test.each([
  ['user', '[]', '/auth/login', 'anonymous, since it needs no credentials'],
  ['anonymous', credentials, '/users/email', 'user or super-admin'],
  ['member', credentials, '/users/email', 'its path names no workspace'],
  [
    'user',
    credentials,
    '/w/{workspace}/users/list',
    'member or workspace-admin, since its path names a workspace',
  ],
])('%s with security %s does not fit %s', async (role, security, url, expected) => {
  const [problem, ...others] = await lintRole(role, security, url)
  expect(others).toEqual([])
  expect(problem?.message).toContain(expected)
  expect(problem?.message).toContain(`Found: \`"${role}"\``)
  expect(problem?.at).toBe('paths/operation.yaml#/get/x-role')
})

test.each(['usr', 'auditor'])('of %s, which is no role here, it says nothing', async (role) => {
  expect(await lintRole(role, credentials, '/users/email')).toEqual([])
})

test('a new role is placed by the options alone', async () => {
  const document = documentWith(
    `get:\n  x-role: auditor\n  security: ${credentials}\n  responses: {}`,
    '/users/list',
  )
  const lintWithRoles = (options: Record<string, string[]>) => lintWith('role-fits-path', document, options)
  expect(await lintWithRoles({ instance: ['user', 'auditor'] })).toEqual([])
  expect(await lintWithRoles({ workspace: ['member', 'auditor'] })).toHaveLength(1)
})
