import type { IncomingMessage } from 'node:http'
import type { OperationId, Role } from './operations.ts'
import type { Policy } from './policy.ts'
import { decode } from './read-request.ts'
import { refusal, unauthorized } from './reply.ts'
import type { Account, Caller, Member, State } from './state.ts'

/** Finds the caller by the bearer token, else by the cookie. A bad bearer token does not fall back to the cookie. */
export function authenticate(
  { state, policy, operation, request }: Authentication,
  cookies: ReadonlyMap<string, string>,
): Caller {
  const bearer = /^bearer(?: +(?<token>.*))?$/i.exec(request.headers.authorization?.trim() ?? '')
  const secret = (bearer ? bearer.groups?.['token'] : cookies.get('token')) ?? ''
  const caller = policy.caller(operation, secret, () => findCaller(state, secret))
  if (!caller) throw unauthorized()
  caller.token.lastUsedAt = new Date()
  return caller
}

interface Authentication {
  readonly state: State
  readonly policy: Policy
  readonly operation: OperationId
  readonly request: IncomingMessage
}

function findCaller(state: State, secret: string): Caller | undefined {
  const token = state.tokens.get(secret)
  const account = state.accounts.get(token?.email ?? '')
  if (!token || !account || (token.expiration && token.expiration <= new Date())) return undefined
  return { account, token }
}

interface Entrance {
  readonly operation: OperationId
  readonly role: Role
  readonly account: Account
  /** The workspace of the path as it was sent, if the path has one. */
  readonly workspace: string | undefined
}

/** Refuses a caller without the role (403), and tells a super admin of a workspace that does not exist (404). */
export function admit(
  state: State,
  policy: Policy,
  { operation, role, account, workspace }: Entrance,
): Member | undefined {
  if (role === 'super-admin' && !account.superAdmin) throw refusal(403, 'this needs a super admin')
  if (role === 'super-admin' || workspace === undefined) return undefined
  const id = decode(workspace)
  const exists = id !== undefined && state.workspaces.has(id)
  const look = () => state.members.find((each) => each.workspace === id && each.email === account.email)
  const member = exists ? policy.member(operation, id, account.email, look) : undefined
  const isAdmin = account.superAdmin || member?.isAdmin
  if (exists && member === undefined && policy.admitsOutsiders(operation)) return undefined
  if (!account.superAdmin && !member) throw refusal(403, `${account.email} is not a member of ${workspace}`)
  if (!account.superAdmin && role === 'workspace-admin' && !isAdmin) {
    throw refusal(403, `this needs an admin of ${workspace}`)
  }
  if (id === undefined) throw refusal(400, 'the path is not valid percent-encoding')
  if (!exists) throw refusal(404, `there is no workspace ${id}`)
  return member
}
