import { expectValues, readObject } from '../expect/compare.ts'
import { expectUnchanged } from '../expect/unchanged.ts'
import { makeColleague } from '../fixtures/situations.ts'
import { views } from '../fixtures/views.ts'
import { schemas } from '../generated/schemas.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** Callers are shown themselves. */
export const whoami: ScenarioOf = [
  {
    rule: 'write-stored',
    title: 'shows changes since the last call at once',
    async run(fixtures) {
      const account = await fixtures.makeAccount('member+tag')
      const { workspace, colleague, path } = await makeColleague(fixtures, { account })
      for (const is_admin of [false, true, false]) {
        await fixtures.api.succeed('updateUser', { path, body: { is_admin } }, workspace.admin.identity.token)
        const own = await fixtures.api.succeed(
          'whoami',
          { path: { workspace: workspace.id } },
          colleague.token,
        )
        expectValues(own, readObject(own), { email: account.email, is_admin })
      }
    },
  },
  {
    rule: 'write-stored',
    title: 'shows the caller like the list of members, and a super admin who is not a member as an admin',
    async run(fixtures) {
      const { id, admin, member } = await fixtures.quietWorkspace()
      const path = { workspace: id }
      const listing = await views.members(fixtures, id)
      for (const { identity, username } of [admin, member]) {
        const exchange = await fixtures.api.succeed('whoami', { path }, identity.token)
        const listed = listing.items.find((item) => item['username'] === username)
        expectUnchanged(exchange, 'the caller', {
          schema: schemas.User,
          before: listed,
          after: readObject(exchange),
        })
      }
      const superAdmin = await fixtures.identity('super-admin')
      const exchange = await fixtures.api.succeed('whoami', { path }, superAdmin.token)
      const { email } = superAdmin
      const values = { email, username: email, is_admin: true, is_super_admin: true }
      expectValues(exchange, readObject(exchange), values)
    },
  },
]
