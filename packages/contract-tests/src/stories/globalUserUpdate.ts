import { expectRefused, expectSame, expectValues } from '../suite/compare.ts'
import { expectStatus } from '../suite/expect-answer.ts'
import { beLastSuperAdmin } from '../world/last-super-admin.ts'
import { oddNames } from '../world/odd.ts'
import { views } from '../world/views.ts'
import type { World } from '../world/world.ts'
import type { StoryOf } from './story-of.ts'

/** An account becomes what the call says, at once, and no other does. */
export const globalUserUpdate: StoryOf = [
  ...[true, false].map((isSuperAdmin) => ({
    rule: 'write-stored' as const,
    title: `stores is_super_admin ${isSuperAdmin} and nothing else, and it holds at once`,
    async run(world: World) {
      const account = await world.makeAccount('promoted', { isSuperAdmin: !isSuperAdmin })
      const before = await views.account(world, account)
      const body = { is_super_admin: isSuperAdmin }
      const path = { email: account.email }
      const exchange = await world.api.call('globalUserUpdate', { path, body }, world.admin.token)
      expectStatus(exchange, '200')
      const after = await views.account(world, account)
      expectSame(exchange, 'the account', { ...before, super_admin: isSuperAdmin }, after)
      const list = await world.api.call('listUsersAsSuperAdmin', {}, account.token)
      expectStatus(list, isSuperAdmin ? '200' : '403')
    },
  })),
  {
    rule: 'write-scope',
    title: 'changes nothing when is_super_admin is absent or null',
    async run(world) {
      const account = await world.makeAccount('promoted', { isSuperAdmin: true })
      const before = await views.account(world, account)
      for (const body of [{}, { is_super_admin: null }]) {
        const path = { email: account.email }
        const exchange = await world.api.call('globalUserUpdate', { path, body }, world.admin.token)
        expectStatus(exchange, '200')
        expectSame(exchange, 'the account', before, await views.account(world, account))
      }
    },
  },
  {
    rule: 'write-scope',
    title: 'changes no other account',
    async run(world) {
      const [named, other] = [await world.makeAccount('promoted'), await world.makeAccount('promoted')]
      const before = await views.account(world, other)
      const body = { is_super_admin: true }
      const path = { email: named.email }
      const exchange = await world.api.succeed('globalUserUpdate', { path, body }, world.admin.token)
      expectSame(exchange, 'the other account', before, await views.account(world, other))
    },
  },
  {
    rule: 'write-refused',
    title:
      'promotes nobody for a caller who may not, himself included, and for a body that breaks its schema',
    async run(world) {
      const account = await world.makeAccount('promoted')
      const before = await views.account(world, account)
      const path = { email: account.email }
      const body = { is_super_admin: true }
      const broken = { is_super_admin: 'true' }
      expectRefused(await world.api.call('globalUserUpdate', { path, body }), '401')
      expectRefused(await world.api.call('globalUserUpdate', { path, body }, account.token), '403')
      const exchange = await world.api.call('globalUserUpdate', { path, body: broken }, world.admin.token)
      expectRefused(exchange, '422')
      expectSame(exchange, 'the account', before, await views.account(world, account))
    },
  },
  {
    rule: 'write-stored',
    title: 'finds the account whatever the case of its e-mail',
    async run(world) {
      const account = await world.makeAccount('promoted')
      const path = { email: account.email.toUpperCase() }
      const body = { is_super_admin: true }
      const exchange = await world.api.call('globalUserUpdate', { path, body }, world.admin.token)
      expectStatus(exchange, '200')
      expectValues(exchange, await views.account(world, account), { super_admin: true })
    },
  },
  {
    rule: 'last-admin-kept',
    title: 'answers 400 when the last super admin would be demoted, and he stays one',
    last: true,
    async run(world) {
      await beLastSuperAdmin(world)
      const path = { email: world.admin.email }
      const body = { is_super_admin: false }
      const exchange = await world.api.call('globalUserUpdate', { path, body }, world.admin.token)
      expectRefused(exchange, '400')
      expectValues(exchange, await views.account(world, world.admin), { super_admin: true })
    },
  },
  {
    rule: 'path-odd',
    title: 'answers 404 to an e-mail of odd characters',
    async run(world) {
      for (const email of oddNames) {
        const input = { path: { email }, body: { is_super_admin: false } }
        expectRefused(await world.api.call('globalUserUpdate', input, world.admin.token), '404')
      }
    },
  },
]
