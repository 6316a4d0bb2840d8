import type { Exchange } from '../http/exchange.ts'
import { expectItem, expectRefused, expectSame, expectValues } from '../suite/compare.ts'
import { expectStatus, fail } from '../suite/expect-answer.ts'
import { newAccount, tryLogin } from '../world/account-body.ts'
import { sandboxClient } from '../world/oauth.ts'
import { beginOauth, endOauth, makeOauthAccount } from '../world/oauth-account.ts'
import { expectRandomTokens } from '../world/randomness.ts'
import { hoursBetween } from '../world/server-time.ts'
import { views } from '../world/views.ts'
import type { World } from '../world/world.ts'
import type { StoryOf } from './story-of.ts'

/** Who comes back from the provider, in the browser that went there, gets in once. */
export const loginWithOauth: StoryOf = [
  {
    rule: 'write-stored',
    title: 'gives a new e-mail an account without rights, and a session like that of a login',
    async run(world) {
      const account = await makeOauthAccount(world)
      const own = await world.api.succeed('globalWhoami', {}, account.token)
      expectValues(own, await views.account(world, account), {
        email: account.email,
        login_type: sandboxClient,
        super_admin: false,
        verified: true,
      })
      const tokens = await views.tokens(world, account)
      const session = expectItem(tokens, { token_prefix: account.token.slice(0, 10), label: 'session' })
      expectSame(tokens, 'the hours that a session lives', 72, hoursBetween(session))
    },
  },
  {
    rule: 'write-scope',
    title: 'lets an account in again, with a session of its own, and changes nothing of it',
    async run(world) {
      const account = await makeOauthAccount(world)
      const before = await views.account(world, account)
      const second = await endOauth(world, await beginOauth(world, account.email))
      expectStatus(second, '200')
      const again = { ...account, token: second.answer.text }
      expectSame(second, 'the account', before, await views.account(world, again))
      expectStatus(await world.api.call('getCurrentEmail', {}, account.token), '200')
      if (again.token === account.token) fail(second, 'a token of its own', 'the one of the first session')
    },
  },
  {
    rule: 'token-random',
    title: 'opens sessions whose tokens have nothing in common',
    async run(world) {
      const email = world.names.email('oauth')
      await expectRandomTokens(async () => {
        const login = await endOauth(world, await beginOauth(world, email))
        expectStatus(login, '200')
        return login
      })
    },
  },
  {
    rule: 'used-once',
    title: 'answers 400 to a state that was used, and sets no cookie',
    async run(world) {
      const login = await beginOauth(world, world.names.email('oauth'))
      expectStatus(await endOauth(world, login), '200')
      expectNoSession(await endOauth(world, login))
    },
  },
  {
    rule: 'login-refused',
    title:
      'answers 400 to another browser, another state, another code and an unknown client, and makes no account',
    async run(world) {
      const other = await beginOauth(world, world.names.email('oauth'))
      const flawed = [
        ({ code, state }: typeof other) => ({ code, state }),
        (login: typeof other) => ({ ...login, cookie: other.cookie }),
        (login: typeof other) => ({ ...login, state: other.state }),
        (login: typeof other) => ({ ...login, code: 'no-code' }),
        (login: typeof other) => ({ ...login, client: 'no-such-client' }),
      ]
      for (const flaw of flawed) {
        const email = world.names.email('oauth')
        expectNoSession(await endOauth(world, flaw(await beginOauth(world, email))))
        await expectNoAccount(world, email)
      }
    },
  },
  {
    rule: 'login-refused',
    title: 'answers 400 to an e-mail that logs in with a password, and leaves it so',
    async run(world) {
      const account = newAccount(world, 'password')
      await world.api.succeed('createUserGlobally', { body: account }, world.admin.token)
      expectNoSession(await endOauth(world, await beginOauth(world, account.email)))
      const login = await tryLogin(world, account.email, account.password)
      expectStatus(login, '200')
      const own = await views.account(world, { ...account, token: login.answer.text })
      expectValues(login, own, { login_type: 'password' })
    },
  },
]

function expectNoSession(exchange: Exchange): void {
  expectRefused(exchange, '400')
  const cookies = exchange.answer.headers.getSetCookie().filter((cookie) => /^token=[^;]/.test(cookie))
  if (cookies.length > 0) fail(exchange, 'no session cookie', 'one')
}

/** An account that is not there cannot be deleted. */
async function expectNoAccount(world: World, email: string): Promise<void> {
  expectStatus(await world.api.call('deleteGlobalUser', { path: { email } }, world.admin.token), '404')
}
