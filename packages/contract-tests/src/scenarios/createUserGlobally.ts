import { expectRefused, expectSame, expectValues, refuses } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { expectNoEcho } from '../expect/no-secrets.ts'
import { each } from '../expect/observation.ts'
import { expectOneOf } from '../expect/once.ts'
import { asPartOfPassword, newAccount, tryLogin } from '../fixtures/account-body.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { altered, decomposed, noText } from '../fixtures/odd.ts'
import { views } from '../fixtures/views.ts'
import { invalid } from './invalid.ts'
import type { ScenarioOf } from './scenario-of.ts'

/** An account is what was sent, once, and can log in with the password that was sent. */
export const createUserGlobally: ScenarioOf = [
  ...[true, false].map((isSuperAdmin) => ({
    rule: 'write-stored' as const,
    title: `creates an account with everything that was sent and super_admin ${isSuperAdmin}, which can log in`,
    async run(fixtures: Fixtures) {
      const account = newAccount(fixtures, 'created')
      const body = {
        ...account,
        email: account.email.toUpperCase(),
        super_admin: isSuperAdmin,
        name: ' Ünïcödé  Contract ',
        company: 'Company of tests',
      }
      expectStatus(await fixtures.api.call('createUserGlobally', { body }, fixtures.admin.token), '201')
      await expectAccount(fixtures, account, {
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
    async run(fixtures) {
      await each([{}, { name: null, company: null }], async (extra) => {
        const account = newAccount(fixtures, 'created')
        const body = { ...account, ...extra }
        expectStatus(await fixtures.api.call('createUserGlobally', { body }, fixtures.admin.token), '201')
        await expectAccount(fixtures, account, { email: account.email, name: null, company: null })
      })
    },
  },
  {
    rule: 'write-stored',
    title: 'stores a password of 256 characters whole, white space and combining characters included',
    async run(fixtures) {
      const account = newAccount(fixtures, 'created')
      const password = ` ${decomposed}${account.password}${'x'.repeat(256)}`.slice(0, 255).concat(' ')
      const body = { ...account, password }
      await fixtures.api.succeed('createUserGlobally', { body }, fixtures.admin.token)
      for (const wrong of [
        password.slice(0, 72),
        password.slice(0, -1),
        password.trim(),
        password.toLowerCase(),
      ])
        expectRefused(asPartOfPassword(await tryLogin(fixtures, account.email, wrong)), '400')
      await expectAccount(fixtures, body, { email: account.email })
    },
  },
  {
    rule: 'duplicate-refused',
    title:
      'returns 400 for an e-mail that has an account, in upper or lower case, and does not change the account',
    async run(fixtures) {
      const account = await fixtures.makeAccount('created')
      await each([account.email, account.email.toUpperCase()], async (email) => {
        const password = fixtures.names.password()
        fixtures.secrets.add(password)
        const body = { email, password, super_admin: true, name: 'Another' }
        const refused = await fixtures.api.call('createUserGlobally', { body }, fixtures.admin.token)
        expectRefused(refused, '400')
        expectNoEcho(refused, (text) => fixtures.secrets.mask(text))
        expectRefused(await tryLogin(fixtures, account.email, password), '400')
      })
      await expectAccount(fixtures, account, { email: account.email, super_admin: false })
      expectStatus(await fixtures.api.call('getCurrentEmail', {}, account.token), '200')
    },
  },
  {
    rule: 'write-refused',
    title: 'creates no account if the caller lacks permission or the body is invalid',
    async run(fixtures) {
      const account = newAccount(fixtures, 'refused')
      const broken = { ...account, super_admin: 'false' }
      const { token } = await fixtures.identity('workspace-admin')
      expectRefused(await fixtures.api.call('createUserGlobally', { body: account }), '401')
      expectRefused(await fixtures.api.call('createUserGlobally', { body: account }, token), '403')
      expectRefused(
        await fixtures.api.call(
          'createUserGlobally',
          { body: invalid('createUserGlobally', broken) },
          fixtures.admin.token,
        ),
        '422',
      )
      expectRefused(await tryLogin(fixtures, account.email, account.password), '400')
      // The e-mail is still free, whatever password somebody else may have got with it.
      expectStatus(
        await fixtures.api.call('createUserGlobally', { body: account }, fixtures.admin.token),
        '201',
      )
    },
  },
  {
    rule: 'write-refused',
    title: 'lets only super admins create super admins',
    async run(fixtures) {
      await each(['user', 'member', 'workspace-admin'] as const, async (caller) => {
        const account = { ...newAccount(fixtures, 'refused'), super_admin: true }
        const { token } = await fixtures.identity(caller)
        expectRefused(await fixtures.api.call('createUserGlobally', { body: account }, token), '403')
        expectRefused(await tryLogin(fixtures, account.email, account.password), '400')
      })
    },
  },
  {
    rule: 'limit-value',
    title: 'accepts an e-mail of 50 characters',
    async run(fixtures) {
      const account = newAccount(fixtures, 'long'.repeat(10))
      expectSame(
        await fixtures.api.succeed('createUserGlobally', { body: account }, fixtures.admin.token),
        'the length of the e-mail',
        50,
        account.email.length,
      )
      await expectAccount(fixtures, account, { email: account.email })
    },
  },
  {
    rule: 'text-odd',
    title: 'returns 422 for a name, company, e-mail or password that is not valid text',
    async run(fixtures) {
      const account = newAccount(fixtures, 'odd')
      await each(noText, async (text) => {
        await each(
          [{ name: text }, { company: text }, { email: text }, { password: text }],
          async (broken) => {
            const body = { ...account, ...broken }
            expectRefused(
              await fixtures.api.call('createUserGlobally', { body }, fixtures.admin.token),
              '422',
            )
          },
        )
      })
      await each(
        ['a@b@example.com', '@example.com', 'a b@example.com', `a@${'x'.repeat(60)}.com`],
        async (email) => {
          const body = { ...account, email }
          expectRefused(await fixtures.api.call('createUserGlobally', { body }, fixtures.admin.token), '422')
        },
      )
    },
  },
  {
    rule: 'text-odd',
    title:
      'stores a name and a company with surrounding white space, or in another normalization form, as sent',
    async run(fixtures) {
      await each(altered, async (text) => {
        const account = { ...newAccount(fixtures, 'odd'), name: text, company: text }
        const created = await fixtures.api.call('createUserGlobally', { body: account }, fixtures.admin.token)
        // A text that is refused is not changed.
        if (refuses(created)) return
        expectStatus(created, '201')
        await expectAccount(fixtures, account, { name: text, company: text })
      })
    },
  },
  {
    rule: 'write-stored',
    title: 'keeps the tag of an e-mail apart from the e-mail without it',
    async run(fixtures) {
      const [tagged, plain] = taggedAndPlain(fixtures)
      await each([tagged, plain], async (body) => {
        expectStatus(await fixtures.api.call('createUserGlobally', { body }, fixtures.admin.token), '201')
      })
      await each([tagged, plain], (account) => expectAccount(fixtures, account, { email: account.email }))
    },
  },
  {
    rule: 'once-at-once',
    title: 'creates an account once if three calls do it at the same time',
    async run(fixtures) {
      const body = newAccount(fixtures, 'twin')
      const create = () => fixtures.api.call('createUserGlobally', { body }, fixtures.admin.token)
      await expectOneOf([create, create, create], '400')
    },
  },
]

/** Two accounts whose e-mails differ by a tag alone. */
function taggedAndPlain(fixtures: Fixtures) {
  const tagged = newAccount(fixtures, 'tag+news')
  const plain = { ...newAccount(fixtures, 'plain'), email: tagged.email.replace('+news', '') }
  fixtures.manifest.account(plain.email)
  return [tagged, plain] as const
}

async function expectAccount(
  fixtures: Fixtures,
  { email, password }: { readonly email: string; readonly password: string },
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const login = await tryLogin(fixtures, email, password)
  expectStatus(login, '200')
  const own = await views.account(fixtures, { email, password, token: login.response.text })
  expectValues(own, own.object, values)
}
