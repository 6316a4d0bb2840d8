import type { QueryValues } from '../document/operation.ts'
import { NotApplicable } from '../errors.ts'
import { expectItem, expectSame, readList } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { type Observation, type ObservedExchange, stop } from '../expect/observation.ts'
import { newAccount, tryLogin } from '../fixtures/account-body.ts'
import { allAccounts } from '../fixtures/all-accounts.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { views } from '../fixtures/views.ts'
import type { ScenarioOf } from './scenario-of.ts'

const defaultSize = 30
const largestSize = 100
const enough = 52

const namesAndCompanies = [
  ['Ada Lovelace', null],
  [null, 'Eckert-Mauchly'],
] as const

/** Pages of all accounts, by e-mail. */
export const listUsersAsSuperAdmin: ScenarioOf = [
  {
    rule: 'paging',
    title: 'returns each account once, in the order of e-mails, for every page size',
    last: true,
    async run(fixtures) {
      const last = await createLast(fixtures)
      await duringQuiet(fixtures, async ({ emails, exchange }, quiet) => {
        const sorted = [...new Set(emails)].sort(byCodePoint)
        expectSame(exchange, 'the e-mails of all pages', sorted, emails)
        expectSame(
          exchange,
          'whether an account that was just created is listed',
          true,
          emails.includes(last),
        )
        // As many small pages as it takes to see the ends of some, wherever they are in a long list.
        for (const size of [2, 3]) {
          const last = Math.ceil(emails.length / size)
          for (const page of new Set([1, 2, 3, Math.max(1, last - 1), last])) {
            const small = await readPage(quiet, { page, per_page: size })
            const expected = emails.slice((page - 1) * size, page * size)
            expectSame(small.exchange, `page of ${size}`, expected, small.emails)
          }
        }
      })
    },
  },
  {
    rule: 'paging',
    title: 'returns page 1 with 30 accounts by default',
    last: true,
    run: (fixtures) =>
      duringQuiet(fixtures, async ({ emails }, quiet) => {
        const plain = await readPage(quiet, {})
        expectSame(plain.exchange, 'first page', emails.slice(0, defaultSize), plain.emails)
        const sized = await readPage(quiet, { per_page: 5 })
        expectSame(sized.exchange, 'first page of 5', emails.slice(0, 5), sized.emails)
        const second = await readPage(quiet, { page: 2 })
        const next = emails.slice(defaultSize, 2 * defaultSize)
        expectSame(second.exchange, 'second page', next, second.emails)
      }),
  },
  {
    rule: 'write-stored',
    title: 'lists accounts as they were created, and as each sees itself',
    async run(fixtures) {
      for (const [name, company] of namesAndCompanies) {
        const account = { ...newAccount(fixtures, 'shown+tag'), name, company }
        await fixtures.api.succeed('createUserGlobally', { body: account }, fixtures.admin.token)
        const login = await tryLogin(fixtures, account.email, account.password)
        const own = await views.account(fixtures, { ...account, token: login.response.text })
        const values = { email: account.email, name, company, super_admin: false, verified: true }
        expectItem(await allAccounts(fixtures), { ...values, ...own.object, ...values })
      }
    },
  },
  {
    rule: 'paging',
    title: 'returns an empty page after the last one, however large the number',
    last: true,
    run: (fixtures) =>
      duringQuiet(fixtures, async ({ emails }, quiet) => {
        for (const page of [
          Math.ceil(emails.length / largestSize) + 1,
          1_000_000,
          // From here on, the offset of the page needs more than 32 bits.
          Math.ceil(2 ** 32 / largestSize) + 1,
          2 ** 31 - 1,
          2 ** 32,
          2 ** 53 - 1,
        ]) {
          const past = await readPage(quiet, { page, per_page: largestSize })
          expectSame(past.exchange, 'page past the end', [], past.emails)
        }
      }),
  },
]

interface Page {
  readonly exchange: ObservedExchange
  readonly emails: readonly string[]
}

/** Others may make and remove accounts meanwhile: what was compared counts when the list is the same before and after. */
async function duringQuiet(
  fixtures: Fixtures,
  compare: (all: Page, quiet: Fixtures) => Promise<void>,
): Promise<void> {
  await fillFirstPage(fixtures)
  for (let count = 0; count < 20; count += 1) {
    const observed: Observation[] = []
    const quiet = fixtures.observedBy((observation) => observed.push(observation))
    const before = await readAll(fixtures)
    const end = await compare(
      { ...before, exchange: { ...before.exchange, observe: quiet.observe } },
      quiet,
    ).then(
      () => undefined,
      (error: unknown) => error,
    )
    const after = await readAll(fixtures)
    if (accountsOf(before) !== accountsOf(after)) continue
    for (const observation of observed) fixtures.observe(observation)
    if (end !== undefined) throw end
    return
  }
  throw new NotApplicable(
    'The list of accounts never stood still: others make or remove accounts all the time.',
  )
}

/** Which accounts there are, in any order, and however often they are listed. */
function accountsOf({ emails }: Page): string {
  return [...new Set(emails)].sort(byCodePoint).join('\n')
}

/** Creates an account whose e-mail comes after most others of the run: a list that is cut off lacks it. */
async function createLast(fixtures: Fixtures): Promise<string> {
  const account = newAccount(fixtures, 'last')
  let { email } = account
  while (!email.startsWith(`${fixtures.names.prefix}9`)) email = fixtures.names.email('last')
  fixtures.manifest.account(email)
  await fixtures.api.succeed('createUserGlobally', { body: { ...account, email } }, fixtures.admin.token)
  return email
}

/** The default shows where there are more accounts than it, and servers like to cut lists off at 50. */
async function fillFirstPage(fixtures: Fixtures): Promise<void> {
  const { emails } = await readPage(fixtures, { per_page: largestSize })
  for (let count = emails.length; count < enough; count += 1) {
    await fixtures.api.succeed(
      'createUserGlobally',
      { body: newAccount(fixtures, 'page') },
      fixtures.admin.token,
    )
  }
}

async function readAll(fixtures: Fixtures): Promise<Page> {
  const first = await readPage(fixtures, { page: 1, per_page: largestSize })
  const emails = [...first.emails]
  let last = first
  for (let page = 2; last.emails.length === largestSize; page += 1) {
    const next = await readPage(fixtures, { page, per_page: largestSize })
    // A server that ignores the page would never end.
    if (next.emails[0] !== undefined && next.emails[0] === last.emails[0])
      stop(next.exchange, {
        observation: 'second page',
        expected: 'other accounts than the first page',
        actual: 'accounts of the first page',
      })
    emails.push(...next.emails)
    last = next
  }
  return { exchange: first.exchange, emails }
}

async function readPage(fixtures: Fixtures, query: QueryValues): Promise<Page> {
  const exchange = await fixtures.api.call('listUsersAsSuperAdmin', { query }, fixtures.admin.token)
  expectStatus(exchange, '200')
  return { exchange, emails: readList(exchange).items.map((item) => String(item['email']).toLowerCase()) }
}

/** The e-mails of the contract are ASCII, where UTF-16 and code points agree. */
function byCodePoint(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
