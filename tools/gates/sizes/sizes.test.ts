import { describe, expect, test } from 'vitest'
import { readBundle } from '../bundle.ts'
import { entries, exportsOf, packages, sizeOf, sizeOfBuild } from './entries.ts'

const { length: operations } = readBundle('openapi.json').operations

/** What grows with the document: a part that is always there, and one for each operation. */
const forAll = (always: number, each: number): number => always + each * operations

/** For a person whose change made an export larger. */
const whatToDo =
  'Each line is an export and its bytes. Make it smaller, or change its budget in tools/gates/sizes/sizes.test.ts and say why in the commit. To measure again: pnpm build && pnpm vitest run --project tools gates/sizes'

type Budgets = readonly (readonly [names: RegExp, bytes: number])[]

/** What an export of a package may cost; the first line that names it decides. */
const budgets: Readonly<Record<string, Budgets>> = {
  '@windmill-user-api/client': [
    [/^is(?:ErrorOf|UserApiError)/, 200],
    [/Error$/, 500],
    [/^createClient$/, 3_600],
    [/^createUserApi$/, forAll(3_650, 50)],
    [/^byPath$/, forAll(1_200, 50)],
    [/^openSession$/, forAll(3_890, 50)],
    // both come with the client
    [/^renewing$/, 1_000],
    // what calls an operation comes with the client
    [/^listUsersAsSuperAdmin$/, 1_365],
    // what writes JSON comes with those that send a body
    [/^[a-z]\w+$/, 600],
  ],
  // 110 bytes of it escape what a server sends, and come with the client, too
  '@windmill-user-api/client/validate': [[/^validate$/, forAll(395, 40)]],
  '@windmill-user-api/react-query': [
    [/^(?:keyOf|forgetAccount)$/, 440],
    [/^useClient$/, 370],
    [/^UserApiProvider$/, 820],
    [/^use\w+Infinite$|InfiniteQuery$/, 2_385],
    // what signs in and out forgets the account
    [/^useLog(?:in|out)/, 2_465],
    [/^useListUsersAsSuperAdmin$/, 2_300],
    [/^use/, 2_150],
    [/^listUsersAsSuperAdminQuery$/, 1_890],
    [/Query$/, 1_145],
    [/^log(?:in|out)\w*Mutation$/, 2_110],
    [/Mutation$/, 1_800],
  ],
  '@windmill-user-api/msw': [[/^createHandlers$/, forAll(2_500, 160)]],
  '@windmill-user-api/msw/fixtures': [[/^(?:examples|fixtures)$/, forAll(520, 160)]],
}

function budgetOf(entry: string, name: string): number | undefined {
  return budgets[entry]?.find(([names]) => names.test(name))?.[1]
}

describe.each(Object.keys(entries.import))('every export of %s', (entry) => {
  test('costs no more than its budget, minified and gzipped', async () => {
    const names = await exportsOf(entry)
    const sizes = await Promise.all(names.map(async (name) => [name, await sizeOf(entry, name)] as const))
    const over = sizes.filter(([name, size]) => !(size <= (budgetOf(entry, name) ?? Number.NaN)))

    expect(names.length).toBeGreaterThan(0)
    expect(over, whatToDo).toEqual([])
  })
})

test.for(packages)(
  'the CommonJS build of %s is at most a tenth larger than ESM',
  async (name, { annotate }) => {
    const [esm, commonJs] = await Promise.all([sizeOfBuild(name, 'import'), sizeOfBuild(name, 'require')])

    await annotate(`ESM ${esm} B, CommonJS ${commonJs} B, minified and gzipped`, 'figure')
    expect(esm).toBeGreaterThan(1_000)
    expect(commonJs / esm, `${esm} bytes as ESM, ${commonJs} as CommonJS`).toBeLessThanOrEqual(1.1)
  },
)

test('every entry of a package that a page loads is looked at', () => {
  expect(Object.keys(entries.import).toSorted()).toEqual(Object.keys(budgets).toSorted())
})

test('an export without a budget has none by accident', () => {
  expect(budgetOf('@windmill-user-api/msw', 'createServer')).toBeUndefined()
})
