import type { JsonObject } from '../document/operation.ts'
import { expectRefused, expectValues, type View } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { each } from '../expect/observation.ts'
import { expectUnchanged } from '../expect/unchanged.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { oddNames } from '../fixtures/odd.ts'
import { views } from '../fixtures/views.ts'
import { schemas } from '../generated/schemas.ts'
import { invalid } from './invalid.ts'
import { asLastSuperAdmin } from './last-super-admin.ts'
import { takesPlus } from './plus-in-path.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** An account becomes what the call says, at once, and no other does. */
export const globalUserUpdate: ScenarioOf = [
  takesPlus({ operation: 'globalUserUpdate', method: 'POST', path: '/users/update/', body: '{}' }),
  ...[true, false].map((isSuperAdmin) => ({
    rule: 'write-stored' as const,
    title: `stores is_super_admin ${isSuperAdmin} and nothing else, which takes effect at once`,
    async run(fixtures: Fixtures) {
      const account = await fixtures.makeAccount('promoted', { isSuperAdmin: !isSuperAdmin })
      const before = await views.account(fixtures, account)
      const body = { is_super_admin: isSuperAdmin }
      const path = { email: account.email }
      const exchange = await fixtures.api.call('globalUserUpdate', { path, body }, fixtures.admin.token)
      expectStatus(exchange, '200')
      const after = await views.account(fixtures, account)
      expectAccount(after, { ...before.object, super_admin: isSuperAdmin })
      const list = await fixtures.api.call('listUsersAsSuperAdmin', {}, account.token)
      expectStatus(list, isSuperAdmin ? '200' : '403')
    },
  })),
  {
    rule: 'write-scope',
    title: 'changes nothing when is_super_admin is absent or null',
    async run(fixtures) {
      const account = await fixtures.makeAccount('promoted', { isSuperAdmin: true })
      const before = await views.account(fixtures, account)
      await each([{}, { is_super_admin: null }], async (body) => {
        const path = { email: account.email }
        const exchange = await fixtures.api.call('globalUserUpdate', { path, body }, fixtures.admin.token)
        expectStatus(exchange, '200')
        expectAccount(await views.account(fixtures, account), before.object)
      })
    },
  },
  {
    rule: 'write-scope',
    title: 'changes no other account',
    async run(fixtures) {
      const [named, other] = [await fixtures.makeAccount('promoted'), await fixtures.makeAccount('promoted')]
      const before = await views.account(fixtures, other)
      const body = { is_super_admin: true }
      const path = { email: named.email }
      await fixtures.api.succeed('globalUserUpdate', { path, body }, fixtures.admin.token)
      expectAccount(await views.account(fixtures, other), before.object)
    },
  },
  {
    rule: 'write-refused',
    title: 'promotes nobody, not even the caller, without permission or with an invalid body',
    async run(fixtures) {
      const account = await fixtures.makeAccount('promoted')
      const before = await views.account(fixtures, account)
      const path = { email: account.email }
      const body = { is_super_admin: true }
      const broken = { is_super_admin: 'true' }
      expectRefused(await fixtures.api.call('globalUserUpdate', { path, body }), '401')
      expectRefused(await fixtures.api.call('globalUserUpdate', { path, body }, account.token), '403')
      const exchange = await fixtures.api.call(
        'globalUserUpdate',
        { path, body: invalid('globalUserUpdate', broken) },
        fixtures.admin.token,
      )
      expectRefused(exchange, '422')
      expectAccount(await views.account(fixtures, account), before.object)
    },
  },
  {
    rule: 'write-stored',
    title: 'finds the account whatever the case of its e-mail',
    async run(fixtures) {
      const account = await fixtures.makeAccount('promoted')
      const path = { email: account.email.toUpperCase() }
      const body = { is_super_admin: true }
      const exchange = await fixtures.api.call('globalUserUpdate', { path, body }, fixtures.admin.token)
      expectStatus(exchange, '200')
      const own = await views.account(fixtures, account)
      expectValues(own, own.object, { super_admin: true })
    },
  },
  {
    rule: 'last-admin-kept',
    title: 'returns 400 for demoting the last super admin, who stays one',
    last: true,
    async run(fixtures) {
      await asLastSuperAdmin(fixtures, async () => {
        const path = { email: fixtures.admin.email }
        const body = { is_super_admin: false }
        const exchange = await fixtures.api.call('globalUserUpdate', { path, body }, fixtures.admin.token)
        expectRefused(exchange, '400')
        const own = await views.account(fixtures, fixtures.admin)
        expectValues(own, own.object, { super_admin: true })
      })
    },
  },
  {
    rule: 'path-odd',
    title: 'returns 404 for an e-mail with unusual characters',
    async run(fixtures) {
      await each(oddNames, async (email) => {
        const input = { path: { email }, body: { is_super_admin: false } }
        expectRefused(await fixtures.api.call('globalUserUpdate', input, fixtures.admin.token), '404')
      })
    },
  },
]

/** The account is still what it was, whatever it counts. */
function expectAccount(after: View, before: JsonObject): void {
  expectUnchanged(after, 'the account', { schema: schemas.GlobalUserInfo, before, after: after.object })
}
