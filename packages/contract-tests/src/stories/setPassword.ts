import { expectRefused } from '../suite/compare.ts'
import { expectStatus } from '../suite/expect-answer.ts'
import { tryLogin } from '../world/account-body.ts'
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
