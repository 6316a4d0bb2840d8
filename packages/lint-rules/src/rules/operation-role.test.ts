import { expect, test } from 'vitest'
import { documentWith, lintWith } from '../testing/lint.ts'

const credentials = '[{ bearerAuth: [] }]'

const lintRole = (role: string, security: string, url: string) =>
  lintWith(
    'operation-role',
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

test.each([
  ['usr', '/users/email', 'Did you mean `user`? Expected: user or super-admin', 'x-role: user'],
  ['super_admin', '/users/create', 'Did you mean `super-admin`?', 'x-role: super-admin'],
  ['membr', '/w/{workspace}/users/list', 'Did you mean `member`?', 'x-role: member'],
  ['auditor', '/w/{workspace}/users/list', 'Expected: member or workspace-admin', 'x-role: member'],
])('%s of %s is no role, and is shown one that fits', async (role, url, expected, right) => {
  const [problem, ...others] = await lintRole(role, credentials, url)
  expect(others).toEqual([])
  expect(problem?.message).toContain('This is no role')
  expect(problem?.message).toContain(expected)
  expect(problem?.message).toContain(`Right: \`${right}\``)
})

test('of an operation without a role or without security it says nothing', async () => {
  for (const lines of ['security: []', 'x-role: member'])
    expect(await lintWith('operation-role', documentWith(`get:\n  ${lines}\n  responses: {}`))).toEqual([])
})

test('a new role is placed by the options alone', async () => {
  const document = documentWith(
    `get:\n  x-role: auditor\n  security: ${credentials}\n  responses: {}`,
    '/users/list',
  )
  const lintWithRoles = (options: Record<string, string[]>) => lintWith('operation-role', document, options)
  expect(await lintWithRoles({ instance: ['user', 'auditor'] })).toEqual([])
  expect(await lintWithRoles({ workspace: ['member', 'auditor'] })).toHaveLength(1)
})
