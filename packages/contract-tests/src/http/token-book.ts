import type { Caller, SpecialCaller } from '../document/caller.ts'
import type { Exchange, SentRequest } from './exchange.ts'
import { tokenOf } from './request-token.ts'

/** The role of the caller: one of the accounts of the run, or one that a check made for itself. */
export type CallerRole = Exclude<Caller, SpecialCaller> | 'other'

/** Every role, from the least to the most that it may do. */
export const roles: readonly CallerRole[] = [
  'nobody',
  'user',
  'outsider',
  'member',
  'workspace-admin',
  'super-admin',
  'other',
]

/** Knows whose tokens are whose, by watching logins. */
export interface RoleBook {
  /** Who sends this, as far as its credentials say. */
  roleOf(request: SentRequest): CallerRole
  /** Remembers the token that a response gave. */
  learn(exchange: Exchange): void
  /** The tokens that the run opened for accounts which it has not made, ended ones included. */
  opened(): readonly string[]
}

/** A longer text is not a token, such as a web page. */
const longestToken = 1024

/** An account that the run has not made. */
export interface KnownAccount {
  readonly role: CallerRole
  readonly email?: string
  readonly token?: string
}

/** Hears of a token of an account that the run has not made, and of whose it is, as soon as the server has opened it. */
export type OnOpened = (token: string, owner: string) => void

/** A book in which only the given accounts are known. */
export function createRoleBook(given: readonly KnownAccount[], onOpened: OnOpened = () => {}): RoleBook {
  const roleByToken = new Map<string, CallerRole>()
  const roleByGivenEmail = new Map<string, CallerRole>()
  const ownerByToken = new Map<string, string>()
  const opened = new Set<string>()
  for (const { role, email, token } of given) {
    if (email) roleByGivenEmail.set(email.toLowerCase(), role)
    if (token) roleByToken.set(token, role)
    if (token) ownerByToken.set(token, email ?? `the given ${role}`)
  }

  function open(token: string, owner: string | undefined): void {
    if (owner === undefined) return
    ownerByToken.set(token, owner)
    if (!opened.has(token)) onOpened(token, owner)
    opened.add(token)
  }

  function roleOf(request: SentRequest): CallerRole {
    return roleByToken.get(tokenOf(request)) ?? 'nobody'
  }

  return {
    roleOf,
    learn({ operation, request, response }) {
      if (response.status >= 300) return
      const token = response.text.trim()
      if (token.length > longestToken) return
      if (operation === 'login') {
        const email = emailIn(request.body)
        const role = roleByGivenEmail.get(email.toLowerCase())
        roleByToken.set(token, role ?? roleByEmail(email))
        open(token, role && email)
      }
      if (operation === 'createToken') {
        roleByToken.set(token, roleOf(request))
        open(token, ownerByToken.get(tokenOf(request)))
      }
      if (operation === 'loginWithOauth') roleByToken.set(token, 'other')
    },
    opened: () => [...opened],
  }
}

function emailIn(body = ''): string {
  return /"email"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? ''
}

/** The accounts of a run are called after their role, which may be cut off where the name is long. */
function roleByEmail(email: string): CallerRole {
  const name = /^contract-[a-z0-9]+-\d+-([a-z-]+)@/.exec(email)?.[1]
  return (
    roles.find((role) => role === name || (name?.startsWith('workspace-') && role.startsWith(name))) ??
    'other'
  )
}
