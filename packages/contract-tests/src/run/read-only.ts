import { NotExercised } from '../errors.ts'
import type { Caller } from '../http/caller.ts'
import type { SentRequest } from '../http/exchange.ts'
import type { Check } from '../suite/contract.ts'
import type { Rule } from '../suite/rule.ts'
import type { Identity } from '../suite/stage.ts'
import type { Workspace, World } from '../world/world.ts'

/** How much a run may change: `read-only` leaves everything but sessions of the super admin as it is. */
export type Profile = 'full' | 'read-only'

/** All profiles. */
export const profiles: readonly Profile[] = ['full', 'read-only']

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

/** A caller that sends nothing by which a server, even a faulty one, would change more than the admin's sessions. */
export function readOnlyCaller(caller: Caller, admin: Pick<Identity, 'email' | 'password'>): Caller {
  const login = JSON.stringify({ email: admin.email, password: admin.password })
  return {
    send(operation, request) {
      if (!changesNothing(request) && !isSession(operation, request, login))
        throw new NotExercised(
          'The profile read-only sends GET, HEAD and OPTIONS, logs in and out, and no more.',
        )
      return caller.send(operation, request)
    },
  }
}

function changesNothing({ method }: SentRequest): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method)
}

function isSession(operation: string, { body }: SentRequest, login: string): boolean {
  return operation === 'logout' || (operation === 'login' && body === login)
}

/** The same world, in which the given super admin plays every part. `workspace` names one that it is a member of. */
export function readOnlyWorld(world: World, workspace: string | undefined): World {
  const { admin } = world
  const refuse = (what: string) => () =>
    Promise.reject(new NotExercised(`The profile read-only makes no ${what}.`))
  const reader: World = {
    ...world,
    identity: async () => admin,
    actor: async () => admin,
    companion: async () => admin,
    makeAccount: refuse('accounts'),
    makeWorkspace: refuse('workspaces'),
    makeToken: (identity) => openSession(world, identity),
    endedToken: (how) => (how === 'deleted' ? refuse('tokens')() : endSession(world)),
    workspace: () => findWorkspace(world, workspace),
  }
  return reader
}

/** The check as it is, or one that says why it does not run with one account. */
export function readOnlyCheck(check: Check): Check {
  if (rulesOfOneAccount.has(check.rule)) return check
  const reason = new NotExercised('The profile read-only has one account, and leaves it as it is.')
  return { ...check, run: () => Promise.reject(reason) }
}

async function openSession({ api, secrets }: World, { email, password }: Identity): Promise<string> {
  const { answer } = await api.succeed('login', { body: { email, password } })
  secrets.add(answer.text)
  return answer.text
}

async function endSession(world: World): Promise<string> {
  const token = await openSession(world, world.admin)
  await world.api.succeed('logout', {}, token)
  return token
}

async function findWorkspace({ api, admin }: World, id: string | undefined): Promise<Workspace> {
  if (id === undefined)
    throw new NotExercised(
      'The profile read-only makes no workspace, and was given none: --workspace names one that the super admin is a member of.',
    )
  const list = await api.succeed('listUsers', { path: { workspace: id } }, admin.token)
  const members: unknown = JSON.parse(list.answer.text)
  const own = Array.isArray(members) ? members.find((member) => member?.email === admin.email) : undefined
  if (typeof own?.username !== 'string')
    throw new NotExercised(`The super admin is no member of the workspace ${id}.`)
  const membership = { identity: admin, username: own.username }
  return { id, admin: membership, member: membership }
}
