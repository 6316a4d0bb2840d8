import { expectRefused, expectSame, expectValues } from '../suite/compare.ts'
import { expectStatus } from '../suite/expect-answer.ts'
import { expectNoEcho } from '../suite/no-secrets.ts'
import { expectOneOf } from '../suite/once.ts'
import { newAccount, tryLogin } from '../world/account-body.ts'
import { noText } from '../world/odd.ts'
import { views } from '../world/views.ts'
import type { World } from '../world/world.ts'
import type { StoryOf } from './story-of.ts'

/** An account is what was sent, once, and can log in with the password that was sent. */
export const createUserGlobally: StoryOf = [
  ...[true, false].map((isSuperAdmin) => ({
    rule: 'write-stored' as const,
    title: `makes an account with all that was sent and super_admin ${isSuperAdmin}, which can log in`,
    async run(world: World) {
      const account = newAccount(world, 'created')
      const body = {
        ...account,
        email: account.email.toUpperCase(),
        super_admin: isSuperAdmin,
        name: ' Ünïcödé  Contract ',
        company: 'Company of tests',
      }
      expectStatus(await world.api.call('createUserGlobally', { body }, world.admin.token), '201')
      await expectAccount(world, account, {
        email: account.email,
        super_admin: isSuperAdmin,
        name: body.name,
        company: body.company,
        login_type: 'password',
        verified: true,
      })
    },
  })),
  {
    rule: 'write-stored',
    title: 'stores null for a name and a company that are absent or null',
    async run(world) {
      for (const extra of [{}, { name: null, company: null }]) {
        const account = newAccount(world, 'created')
        const body = { ...account, ...extra }
        expectStatus(await world.api.call('createUserGlobally', { body }, world.admin.token), '201')
        await expectAccount(world, account, { email: account.email, name: null, company: null })
      }
    },
  },
  {
    rule: 'write-stored',
    title: 'stores a password of 256 characters whole, white space included',
    async run(world) {
      const account = newAccount(world, 'created')
      const password = ` ${account.password}${'x'.repeat(256)}`.slice(0, 255).concat(' ')
      const body = { ...account, password }
      await world.api.succeed('createUserGlobally', { body }, world.admin.token)
      for (const wrong of [
        password.slice(0, 72),
        password.slice(0, -1),
        password.trim(),
        password.toLowerCase(),
      ])
        expectRefused(await tryLogin(world, account.email, wrong), '400')
      await expectAccount(world, body, { email: account.email })
    },
  },
  {
    rule: 'duplicate-refused',
    title: 'answers 400 to an e-mail that has an account, in any case, and leaves that as it is',
    async run(world) {
      const account = await world.makeAccount('created')
      for (const email of [account.email, account.email.toUpperCase()]) {
        const password = world.names.password()
        world.secrets.add(password)
        const body = { email, password, super_admin: true, name: 'Another' }
        const refused = await world.api.call('createUserGlobally', { body }, world.admin.token)
        expectRefused(refused, '400')
        expectNoEcho(refused, (text) => world.secrets.mask(text))
        expectRefused(await tryLogin(world, account.email, password), '400')
      }
      await expectAccount(world, account, { email: account.email, super_admin: false })
      expectStatus(await world.api.call('getCurrentEmail', {}, account.token), '200')
    },
  },
  {
    rule: 'write-refused',
    title: 'makes no account for a caller who may not, and for a body that breaks its schema',
    async run(world) {
      const account = newAccount(world, 'refused')
      const broken = { ...account, super_admin: 'false' }
      const { token } = await world.identity('workspace-admin')
      expectRefused(await world.api.call('createUserGlobally', { body: account }), '401')
      expectRefused(await world.api.call('createUserGlobally', { body: account }, token), '403')
      expectRefused(await world.api.call('createUserGlobally', { body: broken }, world.admin.token), '422')
      expectRefused(await tryLogin(world, account.email, account.password), '400')
      // The e-mail is still free, whatever password somebody else may have got with it.
      expectStatus(await world.api.call('createUserGlobally', { body: account }, world.admin.token), '201')
    },
  },
  {
    rule: 'write-refused',
    title: 'lets nobody but a super admin make a super admin',
    async run(world) {
      for (const actor of ['user', 'member', 'workspace-admin'] as const) {
        const account = { ...newAccount(world, 'refused'), super_admin: true }
        const { token } = await world.identity(actor)
        expectRefused(await world.api.call('createUserGlobally', { body: account }, token), '403')
        expectRefused(await tryLogin(world, account.email, account.password), '400')
      }
    },
  },
  {
    rule: 'limit-value',
    title: 'takes an e-mail of 50 characters',
    async run(world) {
      const account = newAccount(world, 'long'.repeat(10))
      expectSame(
        await world.api.succeed('createUserGlobally', { body: account }, world.admin.token),
        'the length of the e-mail',
        50,
        account.email.length,
      )
      await expectAccount(world, account, { email: account.email })
    },
  },
  {
    rule: 'text-odd',
    title: 'answers 422 to a name, a company, an e-mail and a password that are no text',
    async run(world) {
      const account = newAccount(world, 'odd')
      for (const text of noText) {
        for (const broken of [{ name: text }, { company: text }, { email: text }, { password: text }]) {
          const body = { ...account, ...broken }
          expectRefused(await world.api.call('createUserGlobally', { body }, world.admin.token), '422')
        }
      }
      for (const email of ['a@b@example.com', '@example.com', 'a b@example.com', `a@${'x'.repeat(60)}.com`]) {
        const body = { ...account, email }
        expectRefused(await world.api.call('createUserGlobally', { body }, world.admin.token), '422')
      }
    },
  },
  {
    rule: 'once-at-once',
    title: 'makes an account once of three times at once',
    async run(world) {
      const body = newAccount(world, 'twin')
      const create = () => world.api.call('createUserGlobally', { body }, world.admin.token)
      await expectOneOf([create, create, create], '400')
    },
  },
]

async function expectAccount(
  world: World,
  { email, password }: { readonly email: string; readonly password: string },
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const login = await tryLogin(world, email, password)
  expectStatus(login, '200')
  const came = await views.account(world, { email, password, token: login.answer.text })
  expectValues(login, came, values)
}
