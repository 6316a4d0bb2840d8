import { type Call, tokenOf } from './call.ts'

/** How a token came to its end. */
export type End = 'logout' | 'deleted' | 'password' | 'account' | 'expired'

/** What the proxy knows of a token that went by. */
export interface KnownToken {
  readonly token: string
  readonly email: string
  readonly isSession: boolean
  readonly expiration: number | undefined
  ended?: End
}

/** What a proxy remembers of what went by: enough to act in the name of others. */
export interface Memory {
  readonly tokens: Map<string, KnownToken>
  readonly passwords: Map<string, string>
  /** Who made a workspace. */
  readonly owners: Set<string>
  /** Workspace and e-mail of whoever was a member once. */
  readonly members: Set<string>
  /** Workspace and e-mail of whoever was an admin once. */
  readonly admins: Set<string>
  /** Who was a super admin once. */
  readonly superAdmins: Set<string>
  /** Workspace and e-mail of everybody who has left it. */
  readonly left: Set<string>
  /** Workspace and e-mail of everybody who has declined an invite to it. */
  readonly declined: Set<string>
  /** E-mails of accounts that were deleted. */
  readonly deleted: Set<string>
  /** Watches an answered call. */
  watch(call: Call, status: number, text: string): void
}

type Watcher = (call: Call, text: string, memory: Memory) => void

/** An empty memory. */
export function createMemory(): Memory {
  const memory: Memory = {
    tokens: new Map(),
    passwords: new Map(),
    owners: new Set(),
    members: new Set(),
    admins: new Set(),
    superAdmins: new Set(),
    left: new Set(),
    declined: new Set(),
    deleted: new Set(),
    watch(call, status, text) {
      if (status < 300 && call.isOwn) watchers[call.operation?.id ?? '']?.(call, text, memory)
    },
  }
  return memory
}

/** Whose token a call carries. */
export function callerOf(call: Call, memory: Memory): KnownToken | undefined {
  return memory.tokens.get(tokenOf(call) ?? '')
}

const watchers: Readonly<Record<string, Watcher>> = {
  login(call, token, { tokens, passwords }) {
    const email = lower(call.body?.['email'])
    passwords.set(email, String(call.body?.['password']))
    tokens.set(token, { token, email, isSession: true, expiration: undefined })
  },
  createToken(call, token, memory) {
    const time = Date.parse(String(call.body?.['expiration']))
    const email = callerOf(call, memory)?.email ?? ''
    memory.tokens.set(token, {
      token,
      email,
      isSession: false,
      expiration: Number.isNaN(time) ? undefined : time,
    })
  },
  createUserGlobally(call, _text, { passwords, superAdmins }) {
    const email = lower(call.body?.['email'])
    passwords.set(email, String(call.body?.['password']))
    if (call.body?.['super_admin'] === true) superAdmins.add(email)
  },
  globalUserUpdate(call, _text, { superAdmins }) {
    if (call.body?.['is_super_admin'] === true) superAdmins.add(lower(call.path['email']))
  },
  createWorkspace(call, _text, memory) {
    const email = callerOf(call, memory)?.email ?? ''
    memory.owners.add(email)
    memory.members.add(`${call.body?.['id']} ${email}`)
    memory.admins.add(`${call.body?.['id']} ${email}`)
  },
  createUser(call, _text, { members, admins }) {
    const membership = `${call.path['workspace']} ${lower(call.body?.['email'])}`
    members.add(membership)
    if (call.body?.['is_admin'] === true) admins.add(membership)
  },
  acceptInvite(call, _text, memory) {
    memory.members.add(`${call.body?.['workspace_id']} ${callerOf(call, memory)?.email}`)
  },
  setPassword(call, _text, memory) {
    const caller = callerOf(call, memory)
    if (!caller) return
    memory.passwords.set(caller.email, String(call.body?.['password']))
    endAll(memory, 'password', (known) => known.email === caller.email && known.isSession && known !== caller)
  },
  logout(call, _text, memory) {
    endAll(memory, 'logout', ({ token }) => token === tokenOf(call))
  },
  deleteToken(call, _text, memory) {
    const email = callerOf(call, memory)?.email
    const prefix = call.path['token_prefix'] ?? ''
    endAll(memory, 'deleted', (known) => known.email === email && known.token.slice(0, 10) === prefix)
  },
  leaveWorkspace(call, _text, memory) {
    memory.left.add(`${call.path['workspace']} ${callerOf(call, memory)?.email}`)
  },
  declineInvite(call, _text, memory) {
    memory.declined.add(`${call.body?.['workspace_id']} ${callerOf(call, memory)?.email}`)
  },
  deleteGlobalUser(call, _text, memory) {
    memory.deleted.add(lower(call.path['email']))
    endAll(memory, 'account', ({ email }) => email === lower(call.path['email']))
  },
}

function endAll({ tokens }: Memory, end: End, isMeant: (known: KnownToken) => boolean): void {
  for (const known of tokens.values()) if (!known.ended && isMeant(known)) known.ended = end
}

function lower(value: unknown): string {
  return String(value).toLowerCase()
}
