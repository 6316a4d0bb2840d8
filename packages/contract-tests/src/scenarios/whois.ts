import { expectItem, expectRefused, readObject } from '../expect/compare.ts'
import { each } from '../expect/observation.ts'
import { expectUnchanged } from '../expect/unchanged.ts'
import { oddNames } from '../fixtures/odd.ts'
import { makeColleague } from '../fixtures/situations.ts'
import { views } from '../fixtures/views.ts'
import { schemas } from '../generated/schemas.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** Members are shown as they are, and an unknown name finds nobody. */
export const whois: ScenarioOf = [
  {
    rule: 'read-only',
    title: 'shows a member like the list of members, before and after a change, and changes nothing',
    async run(fixtures) {
      const superAdmin = await fixtures.identity('super-admin')
      for (const account of [await fixtures.makeAccount('member+tag'), superAdmin]) {
        const { workspace, username, path } = await makeColleague(fixtures, { account })
        const { token } = workspace.admin.identity
        for (const is_admin of [false, true]) {
          await fixtures.api.succeed('updateUser', { path, body: { is_admin } }, token)
          const listed = expectItem(await views.members(fixtures, workspace.id), {
            username,
            email: account.email,
            is_admin,
            is_super_admin: account === superAdmin,
          })
          const exchange = await fixtures.api.succeed('whois', { path }, token)
          expectUnchanged(exchange, 'the member', {
            schema: schemas.User,
            before: listed,
            after: readObject(exchange),
          })
          expectItem(await views.members(fixtures, workspace.id), { username, is_admin })
        }
      }
    },
  },
  {
    rule: 'path-odd',
    title: 'returns 404 for a username, and 403 for a workspace, with unusual characters',
    async run(fixtures) {
      const { id, admin } = await fixtures.workspace()
      const { token } = admin.identity
      await each(oddNames, async (odd) => {
        const path = { workspace: id, username: odd }
        expectRefused(await fixtures.api.call('whois', { path }, token), '404')
        const elsewhere = { workspace: odd, username: admin.username }
        expectRefused(await fixtures.api.call('whois', { path: elsewhere }, token), '403')
      })
    },
  },
  {
    rule: 'path-unknown',
    title: 'tells usernames apart by case',
    async run(fixtures) {
      const { id, admin } = await fixtures.workspace()
      const path = { workspace: id, username: admin.username.toUpperCase() }
      expectRefused(await fixtures.api.call('whois', { path }, admin.identity.token), '404')
    },
  },
  {
    rule: 'others-untouched',
    title: 'returns 404 for a username that exists only in another workspace',
    async run(fixtures) {
      const [{ username }, { id, admin }] = [await makeColleague(fixtures), await fixtures.workspace()]
      const path = { workspace: id, username }
      expectRefused(await fixtures.api.call('whois', { path }, admin.identity.token), '404')
    },
  },
]
