import { describe, expect, test } from 'vitest'
import { sharedSandbox } from '../sandbox.ts'
import { catalogue } from './catalogue/index.ts'
import { sample } from './catalogue/sample.ts'
import { groups, nameOf } from './fault.ts'
import { tryFault } from './try-fault.ts'

const all = catalogue.flatMap(({ faults }) => faults)

describe('the catalogue', () => {
  test('calls every fault by a name of its own', () => {
    const names = all.map(nameOf)
    expect(new Set(names).size).toBe(names.length)
  })

  test('has faults of every group', () => {
    const planted = sample(catalogue, 1).map(({ group }) => group)
    expect(planted.length).toBeGreaterThanOrEqual(150)
    expect(new Set(planted)).toEqual(new Set(groups))
  })

  test('gives the same sample for the same seed, and another one for another', () => {
    const names = (seed: number) => sample(catalogue, seed).map(nameOf)
    expect(names(7)).toEqual(names(7))
    expect(names(7)).not.toEqual(names(8))
  })
})

/** Two of each group: `pnpm bench contract` plants them all. */
const planted = [
  'shape: globalWhoami leaves out email',
  'shape: listTokens wraps its list',
  'status: createToken answers 202 in place of 201',
  'status: login answers 403 in place of 422',
  'headers: whoami names no media type',
  'headers: loginWithOauth sets a cookie that lives an hour',
  'authentication: createUserGlobally needs no credentials',
  'authentication: logout does not accept the cookie',
  'authorization: deleteUser lets a member in',
  'authorization: createUserGlobally lets a former super admin in',
  'input: acceptInvite fills in workspace_id',
  'input: setPassword accepts a body of any size',
  'state: logout answers and does nothing',
  'state: setPassword ends the tokens of createToken, too',
  'paging: listUsersAsSuperAdmin gives one too few',
  'paging: listUsersAsSuperAdmin ignores the page',
  'tokens: listTokens lists the oldest first',
  'tokens: createToken numbers its tokens',
  'disclosure: whois shows a stack trace at 403',
  'disclosure: listWorkspaceInvites says at 401 what is wrong with the token',
  'robustness: listTokens answers 500 every 5th time',
  'robustness: createUser fails at letters beyond the basic plane in a text',
]

describe('a fault is noticed, by the operation and what is wrong', () => {
  test.each(planted)('%s', async (name) => {
    const fault = all.find((candidate) => nameOf(candidate) === name)
    if (!fault) throw new Error(`There is no fault "${name}".`)
    const { fetch } = await sharedSandbox()
    const outcome = await tryFault(fault, { fetch, seed: 1, isNarrow: true })
    expect(outcome, outcome.told.join('\n')).toMatchObject({ verdict: 'named' })
  })
})
