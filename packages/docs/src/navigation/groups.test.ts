import { describe, expect, it } from 'vitest'
import { operationFacts } from '../../test/operation-facts.ts'
import { groupOperations } from './groups.ts'
import { readOperations } from './operations.ts'

function groupOf(given: Parameters<typeof operationFacts>[0]): string | undefined {
  return groupOperations([operationFacts(given)])[0]?.label
}

describe('groupOperations', () => {
  it.each([
    ['Sessions', { path: '/auth/login', role: 'anonymous' }],
    ['Sessions', { path: '/users/logout', role: 'user' }],
    ['Account', { path: '/users/email', role: 'user' }],
    ['Tokens', { path: '/users/tokens/list', role: 'user' }],
    ['Invites', { path: '/users/accept_invite', role: 'user' }],
    ['Members of a workspace', { path: '/w/{workspace}/users/add', role: 'workspace-admin' }],
    ['Super admin', { path: '/users/create', role: 'super-admin' }],
  ])('puts under %s what has %o', (label, given) => {
    expect(groupOf(given)).toBe(label)
  })

  it('has a place for what no rule knows', () => {
    expect(groupOf({ path: '/something/new', role: 'user' })).toBe('Account')
  })

  it('shows every operation of the document exactly once', async () => {
    const operations = await readOperations()
    const shown = groupOperations(operations).flatMap((group) => group.operations.map(({ id }) => id))
    expect(shown.toSorted()).toEqual(operations.map(({ id }) => id).toSorted())
  })

  it('leaves out a group without operations', () => {
    expect(groupOperations([])).toEqual([])
  })
})
