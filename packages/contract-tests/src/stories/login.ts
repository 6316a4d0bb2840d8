import { expectRefused, expectSame } from '../suite/compare.ts'
import { expectStatus, fail } from '../suite/expect-answer.ts'
import { setsNoSessionCookie } from '../suite/session-cookie.ts'
import { newAccount, tryLogin } from '../world/account-body.ts'
import { expectEqualPace } from '../world/login-pace.ts'
import { makeOauthAccount } from '../world/oauth-account.ts'
import { noText } from '../world/odd.ts'
import { expectRandomTokens } from '../world/randomness.ts'
import type { World } from '../world/world.ts'
import type { StoryOf } from './story-of.ts'

const attempts = 10

/** Who has the password gets in, and nobody else learns anything. */
export const login: StoryOf = [
  {
    rule: 'login-refused',
    title:
      'answers 400 to a wrong, an empty, a nearly right and another account’s password, and sets no cookie',
    async run(world) {
      const [account, other] = [await world.makeAccount('login'), await world.companion()]
      const { password } = account
      for (const wrong of [
        'wrong',
        '',
        `${password} `,
        password.toUpperCase(),
        password.slice(0, -1),
        other.password,
      ]) {
        const exchange = await tryLogin(world, account.email, wrong)
        expectRefused(exchange, '400')
        setsNoSessionCookie(exchange)
      }
      expectStatus(await tryLogin(world, account.email, password), '200')
    },
  },
  {
    rule: 'text-odd',
    title: 'refuses a password of any length, and one of odd characters',
    async run(world) {
      const account = await world.makeAccount('login')
      for (const password of ['x'.repeat(73), 'x'.repeat(257), 'x'.repeat(10_000), '😀', `"' \\ %00`])
        expectRefused(await tryLogin(world, account.email, password), '400')
    },
  },
  {
    rule: 'login-refused',
    title: 'answers the same to an unknown e-mail as to a wrong password',
    async run(world) {
      const account = await world.makeAccount('login')
      const known = await tryLogin(world, account.email, 'wrong')
      for (const email of [world.names.email('unknown'), 'no e-mail', '']) {
        const unknown = await tryLogin(world, email, 'wrong')
        expectSame(unknown, 'status', known.answer.status, unknown.answer.status)
        expectSame(unknown, 'the body', known.answer.text, unknown.answer.text)
      }
    },
  },
  {
    rule: 'login-refused',
    title: 'answers the same to an account that logs in at a provider as to a wrong password',
    async run(world) {
      const [account, other] = [await world.makeAccount('login'), await makeOauthAccount(world)]
      const wrong = await tryLogin(world, account.email, 'wrong')
      for (const password of ['', 'wrong', 'null', other.token]) {
        const refused = await tryLogin(world, other.email, password)
        expectRefused(refused, '400')
        expectSame(refused, 'the body', wrong.answer.text, refused.answer.text)
      }
    },
  },
  {
    rule: 'login-refused',
    title: 'takes about as long to refuse an unknown e-mail as a wrong password',
    run: (world) => expectEqualPace(world),
  },
  {
    rule: 'no-secrets',
    title: 'repeats no password that it refuses',
    async run(world) {
      const account = await world.makeAccount('login')
      const wrong = world.names.password()
      for (const email of [account.email, world.names.email('unknown')]) {
        const exchange = await tryLogin(world, email, wrong)
        expectRefused(exchange, '400')
        if (exchange.answer.text.includes(wrong))
          fail(exchange, 'an error without the password', 'one with it')
      }
    },
  },
  {
    rule: 'write-stored',
    title: 'does not look at the case of the e-mail, and opens a session of its own each time',
    async run(world) {
      const account = await world.makeAccount('login')
      const second = await tryLogin(world, account.email.toUpperCase(), account.password)
      expectStatus(second, '200')
      for (const token of [account.token, second.answer.text]) {
        const email = await world.api.call('getCurrentEmail', {}, token)
        expectSame(email, 'the e-mail', account.email, email.answer.text)
      }
    },
  },
  {
    rule: 'token-random',
    title: 'opens sessions whose tokens have nothing in common',
    async run(world) {
      const account = await world.makeAccount('login')
      await expectRandomTokens(async () => {
        const login = await tryLogin(world, account.email, account.password)
        expectStatus(login, '200')
        return login
      })
    },
  },
  {
    rule: 'login-limit',
    title:
      'answers 429 with Retry-After after 10 failures for an e-mail that nobody has, and to no other e-mail',
    async run(world) {
      const email = world.names.email('unknown')
      await failToLogIn(world, email, attempts)
      await expectLimit(world, email, 'wrong')
      const broken = await world.api.call('login', { body: { email } })
      expectRefused(broken, '422')
      expectRefused(await tryLogin(world, world.names.email('unknown'), 'wrong'), '400')
    },
  },
  {
    rule: 'login-limit',
    title: 'refuses the right password, too, after 10 failures, and counts anew after a success',
    async run(world) {
      const account = newAccount(world, 'login')
      await world.api.succeed('createUserGlobally', { body: account }, world.admin.token)
      await failToLogIn(world, account.email, attempts - 1)
      expectStatus(await tryLogin(world, account.email, account.password), '200')
      await failToLogIn(world, account.email, attempts)
      await expectLimit(world, account.email, account.password)
      await expectLimit(world, account.email.toUpperCase(), account.password)
    },
  },
  {
    rule: 'text-odd',
    title: 'answers 422 to an e-mail and a password that are no text',
    async run(world) {
      for (const text of noText) {
        expectRefused(await tryLogin(world, text, 'wrong'), '422')
        expectRefused(await tryLogin(world, world.names.email('odd'), text), '422')
      }
    },
  },
]

async function failToLogIn(world: World, email: string, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) expectRefused(await tryLogin(world, email, 'wrong'), '400')
}

async function expectLimit(world: World, email: string, password: string): Promise<void> {
  const exchange = await tryLogin(world, email, password)
  expectRefused(exchange, '429')
  const value = exchange.answer.headers.get('retry-after')
  const seconds = Number(value ?? Number.NaN)
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 900)
    fail(exchange, 'Retry-After with 1 to 900 seconds', value ?? 'no Retry-After')
}
