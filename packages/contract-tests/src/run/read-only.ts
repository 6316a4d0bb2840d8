import type { Identity } from '../checks/setup.ts'
import type { Rule } from '../document/rule.ts'
import { NotApplicable } from '../errors.ts'
import type { Fixtures, Workspace } from '../fixtures/fixtures.ts'
import type { SentRequest } from '../http/exchange.ts'
import type { Transport } from '../http/transport.ts'
import type { RunnableCheck } from './checks-of.ts'

/**
 * How much a run does: `quick` makes the most important checks alone, and `read-only` leaves everything but sessions of the super
 * admin as it is.
 */
export type Profile = 'full' | 'quick' | 'read-only'

/** All profiles. */
export const profiles: readonly Profile[] = ['full', 'quick', 'read-only']

/** What the rules of these demand shows with one account as well as with many. */
const rulesOfOneAccount: ReadonlySet<Rule> = new Set([
  'valid-call',
  'no-secrets',
  'credentials-accepted',
  'credentials-missing',
  'credentials-unknown',
  'credentials-malformed',
  'credentials-order',
  'credentials-revoked',
  'path-unknown',
  'query-value',
  'method-edges',
  'error-body',
])

/** A transport that sends nothing by which a server, even a faulty one, would change more than the admin's sessions. */
export function readOnlyTransport(
  transport: Transport,
  admin: Pick<Identity, 'email' | 'password'> | undefined,
): Transport {
  const login = JSON.stringify(admin && { email: admin.email, password: admin.password })
  return {
    send(operation, request) {
      if (!changesNothing(request) && !isSession(operation, request, login))
        throw new NotApplicable(
          'The profile read-only sends GET, HEAD and OPTIONS, logs in and out, and no more.',
        )
      return transport.send(operation, request)
    },
  }
}

function changesNothing({ method }: SentRequest): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method)
}

function isSession(operation: string, { body }: SentRequest, login: string): boolean {
  return operation === 'logout' || (operation === 'login' && body === login)
}

/** The same fixtures, in which the given super admin plays every part. `workspace` names one that it is a member of. */
export function readOnlyFixtures(fixtures: Fixtures, workspace: string | undefined): Fixtures {
  const { admin } = fixtures
  const refuse = (what: string) => () =>
    Promise.reject(new NotApplicable(`The profile read-only makes no ${what}.`))
  return {
    ...fixtures,
    observedBy: (observe) => readOnlyFixtures(fixtures.observedBy(observe), workspace),
    identity: async () => admin,
    accountOf: async () => admin,
    companion: async () => admin,
    makeAccount: refuse('accounts'),
    makeWorkspace: refuse('workspaces'),
    makeToken: (identity) => openSession(fixtures, identity),
    endedToken: (how) => (how === 'deleted' ? refuse('tokens')() : endSession(fixtures)),
    workspace: () => findWorkspace(fixtures, workspace),
    quietWorkspace: () => findWorkspace(fixtures, workspace),
  }
}

/** The check as it is, or one that says why it does not run with one account. */
export function readOnlyCheck(check: RunnableCheck): RunnableCheck {
  if (rulesOfOneAccount.has(check.rule)) return check
  const reason = new NotApplicable('The profile read-only has one account, and leaves it as it is.')
  return { ...check, run: () => Promise.reject(reason) }
}

async function openSession({ api, secrets }: Fixtures, { email, password }: Identity): Promise<string> {
  const { response } = await api.succeed('login', { body: { email, password } })
  secrets.add(response.text)
  return response.text
}

async function endSession(fixtures: Fixtures): Promise<string> {
  const token = await openSession(fixtures, fixtures.admin)
  await fixtures.api.succeed('logout', {}, token)
  return token
}

async function findWorkspace({ api, admin }: Fixtures, id: string | undefined): Promise<Workspace> {
  if (id === undefined)
    throw new NotApplicable(
      'The profile read-only makes no workspace, and was given none: --workspace names one that the super admin is a member of.',
    )
  const list = await api.succeed('listUsers', { path: { workspace: id } }, admin.token)
  const members: unknown = JSON.parse(list.response.text)
  const own = Array.isArray(members) ? members.find((member) => member?.email === admin.email) : undefined
  if (typeof own?.username !== 'string')
    throw new NotApplicable(`The super admin is not a member of the workspace ${id}.`)
  const membership = { identity: admin, username: own.username }
  return { id, admin: membership, member: membership }
}
