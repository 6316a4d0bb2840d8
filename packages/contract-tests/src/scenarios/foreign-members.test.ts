import { expect, test } from 'vitest'
import { schemas } from '../generated/schemas.ts'
import { foreignMembers } from './foreign-members.ts'

const named = { email: 'bob@example.com', username: 'bob', workspace: 'analytics' }

test('gives the properties of other schemas, with values that would do harm', () => {
  expect(foreignMembers(schemas.AcceptInvite, named)).toMatchObject({
    email: 'bob@example.com',
    is_admin: true,
    is_super_admin: true,
    super_admin: true,
    owner: true,
    login_type: 'github',
  })
})

test('names the workspace that it is given', () => {
  expect(foreignMembers(schemas.NewUser, named)).toMatchObject({ workspace_id: 'analytics' })
})

test('does not give properties that the schema has itself', () => {
  expect(foreignMembers(schemas.AcceptInvite, named)).not.toHaveProperty('username')
  expect(foreignMembers(schemas.NewUser, named)).not.toHaveProperty('is_admin')
})
