import { exampleWorld } from '@windmill-user-api/sandbox'
import { expect, test } from 'vitest'
import { accountsOf } from './accounts.ts'

test('everybody of the documentation is told by role', () => {
  expect(accountsOf(exampleWorld).map(({ label, role }) => [label, role])).toEqual([
    ['the super admin', 'super-admin'],
    ['Grace, an admin of demo', 'workspace-admin'],
    ['Ada, a member of demo', 'member'],
    ['Katherine, a user without a workspace', 'user'],
  ])
})
