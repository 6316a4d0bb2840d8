import { expectRefused, expectSame } from '../suite/compare.ts'
import { expectStatus } from '../suite/expect-answer.ts'
import { tryLogin } from '../world/account-body.ts'
import { makeOauthAccount } from '../world/oauth-account.ts'
import { views } from '../world/views.ts'
import type { World } from '../world/world.ts'
import type { StoryOf } from './story-of.ts'

/** The new password is the only one, and ends the sessions that the old one opened. */
export const setPassword: StoryOf = [
  {
    rule: 'write-stored',
    title: 'lets the new password log in and the old one no longer, and changes nobody else’s',
    async run(world) {
      const [account, other] = [await world.makeAccount('password'), await world.makeAccount('other')]
      const password = secretPassword(world)
      expectStatus(await world.api.call('setPassword', { body: { password } }, account.token), '200')
      expectStatus(await tryLogin(world, account.email, password), '200')
      expectRefused(await tryLogin(world, account.email, account.password), '400')
      expectStatus(await tryLogin(world, other.email, other.password), '200')
      expectRefused(await tryLogin(world, other.email, password), '400')
    },
  },
  {
    rule: 'credentials-revoked',
    title: 'ends every other session of the account, and keeps its own and the tokens that were created',
    async run(world) {
      const account = await world.makeAccount('password')
      const created = await world.makeToken(account)
      const second = await tryLogin(world, account.email, account.password)
      const password = secretPassword(world)
      await world.api.succeed('setPassword', { body: { password } }, account.token)
      expectRefused(await world.api.call('getCurrentEmail', {}, second.answer.text), '401')
      expectStatus(await world.api.call('getCurrentEmail', {}, account.token), '200')
      expectStatus(await world.api.call('getCurrentEmail', {}, created), '200')
    },
  },
  {
    rule: 'write-refused',
    title: 'answers 400 to an account that logs in at a provider, and gives it no password',
    async run(world) {
      const account = await makeOauthAccount(world)
      const password = secretPassword(world)
      expectRefused(await world.api.call('setPassword', { body: { password } }, account.token), '400')
      expectRefused(await tryLogin(world, account.email, password), '400')
    },
  },
  {
    rule: 'write-stored',
    title: 'stores a password of 256 characters whole, white space included',
    async run(world) {
      const account = await world.makeAccount('password')
      const password = ` ${'pä ss'.repeat(51)}`.slice(0, 255).concat(' ')
      world.secrets.add(password)
      await world.api.succeed('setPassword', { body: { password } }, account.token)
      for (const wrong of [password.slice(0, 72), password.slice(0, -1), password.trim()])
        expectRefused(await tryLogin(world, account.email, wrong), '400')
      expectStatus(await tryLogin(world, account.email, password), '200')
    },
  },
  {
    rule: 'write-scope',
    title: 'changes nothing else about the account',
    async run(world) {
      const account = await world.makeAccount('password')
      const before = await views.account(world, account)
      const body = { password: secretPassword(world) }
      const exchange = await world.api.succeed('setPassword', { body }, account.token)
      expectSame(exchange, 'the account', before, await views.account(world, account))
    },
  },
  {
    rule: 'write-refused',
    title: 'keeps the old password when the new one is refused',
    async run(world) {
      const account = await world.makeAccount('password')
      const password = 'x'.repeat(257)
      expectRefused(await world.api.call('setPassword', { body: { password } }, account.token), '422')
      expectRefused(await world.api.call('setPassword', { body: { password: '' } }, account.token), '422')
      expectStatus(await tryLogin(world, account.email, account.password), '200')
    },
  },
]

function secretPassword(world: World): string {
  const password = world.names.password()
  world.secrets.add(password)
  return password
}
