import { expectRefused, expectSame } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { differ, each } from '../expect/observation.ts'
import { expectRandomTokens } from '../expect/random-tokens.ts'
import { setsNoSessionCookie } from '../expect/session-cookie.ts'
import { newAccount, tryLogin } from '../fixtures/account-body.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { makeOauthAccount } from '../fixtures/oauth-account.ts'
import { noText } from '../fixtures/odd.ts'
import { invalid } from './invalid.ts'
import { expectEqualPace } from './login-pace.ts'
import type { ScenarioOf } from './scenario-of.ts'

const attempts = 10

/** Who has the password gets in, and nobody else learns anything. */
export const login: ScenarioOf = [
  {
    rule: 'login-refused',
    title:
      'returns 400 for a wrong, an empty, a nearly right and another account’s password, and sets no cookie',
    async run(fixtures) {
      const [account, other] = [await fixtures.makeAccount('login'), await fixtures.companion()]
      const { password } = account
      await each(
        ['wrong', '', `${password} `, password.toUpperCase(), password.slice(0, -1), other.password],
        async (wrong) => {
          const exchange = await tryLogin(fixtures, account.email, wrong)
          expectRefused(exchange, '400')
          setsNoSessionCookie(exchange)
        },
      )
      expectStatus(await tryLogin(fixtures, account.email, password), '200')
    },
  },
  {
    rule: 'text-odd',
    title: 'refuses wrong passwords of any length, and with unusual characters',
    async run(fixtures) {
      const account = await fixtures.makeAccount('login')
      await each(['x'.repeat(73), 'x'.repeat(257), 'x'.repeat(10_000), '😀', `"' \\ %00`], async (password) =>
        expectRefused(await tryLogin(fixtures, account.email, password), '400'),
      )
    },
  },
  {
    rule: 'login-refused',
    title: 'returns the same for an unknown e-mail as for a wrong password',
    async run(fixtures) {
      const account = await fixtures.makeAccount('login')
      const known = await tryLogin(fixtures, account.email, 'wrong')
      // Failures are counted by e-mail: what every run sends would reach the limit.
      const unique = fixtures.names.email('unknown')
      for (const email of [unique, unique.replace('@', ' at '), unique.replace(/@.*/, '@')]) {
        const unknown = await tryLogin(fixtures, email, 'wrong')
        expectSame(unknown, 'status', known.response.status, unknown.response.status)
        expectSame(unknown, 'the body', known.response.text, unknown.response.text)
      }
    },
  },
  {
    rule: 'login-refused',
    title: 'returns the same for an account that logs in at a provider as for a wrong password',
    async run(fixtures) {
      const [account, other] = [await fixtures.makeAccount('login'), await makeOauthAccount(fixtures)]
      const wrong = await tryLogin(fixtures, account.email, 'wrong')
      await each(['', 'wrong', 'null', other.token], async (password) => {
        const refused = await tryLogin(fixtures, other.email, password)
        expectRefused(refused, '400')
        expectSame(refused, 'the body', wrong.response.text, refused.response.text)
      })
    },
  },
  {
    rule: 'login-refused',
    title: 'takes about as long to refuse an unknown e-mail as a wrong password',
    run: (fixtures) => expectEqualPace(fixtures),
  },
  {
    rule: 'no-secrets',
    title: 'repeats no password that it refuses',
    async run(fixtures) {
      const account = await fixtures.makeAccount('login')
      const wrong = fixtures.names.password()
      await each([account.email, fixtures.names.email('unknown')], async (email) => {
        const exchange = await tryLogin(fixtures, email, wrong)
        expectRefused(exchange, '400')
        if (exchange.response.text.includes(wrong))
          differ(exchange, {
            observation: 'body of an error',
            expected: 'no secret',
            actual: 'the password that was sent',
          })
      })
    },
  },
  {
    rule: 'write-stored',
    title: 'does not look at the case of the e-mail, and opens a session of its own each time',
    async run(fixtures) {
      const account = await fixtures.makeAccount('login')
      const second = await tryLogin(fixtures, account.email.toUpperCase(), account.password)
      expectStatus(second, '200')
      for (const token of [account.token, second.response.text]) {
        const email = await fixtures.api.call('getCurrentEmail', {}, token)
        expectStatus(email, '200')
        expectSame(email, 'the e-mail', account.email, email.response.text)
      }
    },
  },
  {
    rule: 'token-random',
    title: 'opens sessions whose tokens have nothing in common',
    async run(fixtures) {
      const account = await fixtures.makeAccount('login')
      await expectRandomTokens(async () => {
        const login = await tryLogin(fixtures, account.email, account.password)
        expectStatus(login, '200')
        return login
      })
    },
  },
  {
    rule: 'login-limit',
    title:
      'returns 429 with Retry-After after 10 failures for an e-mail that nobody has, and to no other e-mail',
    async run(fixtures) {
      const email = fixtures.names.email('unknown')
      await failToLogIn(fixtures, email, attempts)
      await expectLimit(fixtures, email, 'wrong')
      const broken = await fixtures.api.call('login', { body: invalid('login', { email }) })
      expectRefused(broken, '422')
      expectRefused(await tryLogin(fixtures, fixtures.names.email('unknown'), 'wrong'), '400')
    },
  },
  {
    rule: 'login-limit',
    title: 'refuses even the right password after 10 failures, and starts counting again after a success',
    async run(fixtures) {
      const account = newAccount(fixtures, 'login')
      await fixtures.api.succeed('createUserGlobally', { body: account }, fixtures.admin.token)
      await failToLogIn(fixtures, account.email, attempts - 1)
      expectStatus(await tryLogin(fixtures, account.email, account.password), '200')
      await failToLogIn(fixtures, account.email, attempts)
      await expectLimit(fixtures, account.email, account.password)
      await expectLimit(fixtures, account.email.toUpperCase(), account.password)
    },
  },
  {
    rule: 'text-odd',
    title: 'returns 422 for an e-mail or a password that is not valid text',
    async run(fixtures) {
      await each(noText, async (text) => {
        expectRefused(await tryLogin(fixtures, text, 'wrong'), '422')
        expectRefused(await tryLogin(fixtures, fixtures.names.email('odd'), text), '422')
      })
    },
  },
]

async function failToLogIn(fixtures: Fixtures, email: string, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1)
    expectRefused(await tryLogin(fixtures, email, 'wrong'), '400')
}

async function expectLimit(fixtures: Fixtures, email: string, password: string): Promise<void> {
  const exchange = await tryLogin(fixtures, email, password)
  expectRefused(exchange, '429')
  const value = exchange.response.headers.get('retry-after')
  const seconds = Number(value ?? Number.NaN)
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 900)
    differ(exchange, {
      observation: 'header Retry-After',
      expected: '1 to 900 seconds',
      actual: value === null ? 'absent' : 'another value',
    })
}
