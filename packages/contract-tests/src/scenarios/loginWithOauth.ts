import { expectItem, expectRefused, expectSame, expectValues } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { differ, each, type ObservedExchange } from '../expect/observation.ts'
import { expectRandomTokens } from '../expect/random-tokens.ts'
import { setsNoSessionCookie } from '../expect/session-cookie.ts'
import { expectUnchanged } from '../expect/unchanged.ts'
import { newAccount, tryLogin } from '../fixtures/account-body.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { sandboxClient } from '../fixtures/oauth.ts'
import { beginOauth, endOauth, makeOauthAccount } from '../fixtures/oauth-account.ts'
import { hoursBetween } from '../fixtures/server-time.ts'
import { views } from '../fixtures/views.ts'
import { schemas } from '../generated/schemas.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** Who comes back from the provider, in the browser that went there, gets in once. */
export const loginWithOauth: ScenarioOf = [
  {
    rule: 'write-stored',
    title: 'gives a new e-mail an account without rights, and a session like that of a login',
    async run(fixtures) {
      const account = await makeOauthAccount(fixtures, 'oauth+tag')
      const own = await views.account(fixtures, account)
      expectValues(own, own.object, {
        email: account.email,
        login_type: sandboxClient,
        super_admin: false,
        verified: true,
      })
      const tokens = await views.tokens(fixtures, account)
      const session = expectItem(tokens, { token_prefix: account.token.slice(0, 10), label: 'session' })
      expectSame(tokens, 'the hours that a session lives', 72, hoursBetween(session))
    },
  },
  {
    rule: 'write-scope',
    title: 'logs an account in again, with a session of its own, and does not change the account',
    async run(fixtures) {
      const account = await makeOauthAccount(fixtures)
      const before = await views.account(fixtures, account)
      const second = await endOauth(fixtures, await beginOauth(fixtures, account.email))
      expectStatus(second, '200')
      const again = { ...account, token: second.response.text }
      const after = await views.account(fixtures, again)
      expectUnchanged(after, 'the account', {
        schema: schemas.GlobalUserInfo,
        before: before.object,
        after: after.object,
      })
      expectStatus(await fixtures.api.call('getCurrentEmail', {}, account.token), '200')
      if (again.token === account.token)
        differ(second, {
          observation: 'token of a second login',
          expected: 'another token',
          actual: 'the token of the first',
        })
    },
  },
  {
    rule: 'token-random',
    title: 'opens sessions whose tokens have nothing in common',
    async run(fixtures) {
      const email = fixtures.names.email('oauth')
      await expectRandomTokens(async () => {
        const login = await endOauth(fixtures, await beginOauth(fixtures, email))
        expectStatus(login, '200')
        return login
      })
    },
  },
  {
    rule: 'used-once',
    title: 'returns 400 for a state that was used, and sets no cookie',
    async run(fixtures) {
      const login = await beginOauth(fixtures, fixtures.names.email('oauth'))
      expectStatus(await endOauth(fixtures, login), '200')
      expectNoSession(await endOauth(fixtures, login))
    },
  },
  {
    rule: 'login-refused',
    title:
      'returns 400 for another browser, another state, another code and an unknown client, and creates no account',
    async run(fixtures) {
      const other = await beginOauth(fixtures, fixtures.names.email('oauth'))
      const flawed = [
        ({ code, state }: typeof other) => ({ code, state }),
        (login: typeof other) => ({ ...login, cookie: other.cookie }),
        (login: typeof other) => ({ ...login, state: other.state }),
        (login: typeof other) => ({ ...login, code: 'no-code' }),
        (login: typeof other) => ({ ...login, client: 'no-such-client' }),
        // A slash that is percent-encoded separates nothing.
        (login: typeof other) => ({ ...login, client: `%2F${sandboxClient}` }),
      ]
      await each(flawed, async (flaw) => {
        const email = fixtures.names.email('oauth')
        expectNoSession(await endOauth(fixtures, flaw(await beginOauth(fixtures, email))))
        await expectNoAccount(fixtures, email)
      })
    },
  },
  {
    rule: 'login-refused',
    title: 'returns 400 for an account that logs in with a password, and does not change it',
    async run(fixtures) {
      const account = newAccount(fixtures, 'password')
      await fixtures.api.succeed('createUserGlobally', { body: account }, fixtures.admin.token)
      expectNoSession(await endOauth(fixtures, await beginOauth(fixtures, account.email)))
      const login = await tryLogin(fixtures, account.email, account.password)
      expectStatus(login, '200')
      const own = await views.account(fixtures, { ...account, token: login.response.text })
      expectValues(own, own.object, { login_type: 'password' })
    },
  },
]

function expectNoSession(exchange: ObservedExchange): void {
  expectRefused(exchange, '400')
  setsNoSessionCookie(exchange)
}

/** An account that is not there cannot be deleted. */
async function expectNoAccount(fixtures: Fixtures, email: string): Promise<void> {
  expectStatus(await fixtures.api.call('deleteGlobalUser', { path: { email } }, fixtures.admin.token), '404')
}
