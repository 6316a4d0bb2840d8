import type { Caller } from '../checks/setup.ts'
import type { Exchange, SentRequest } from './exchange.ts'

/** As whom a call was made: one of the cast, or an account that a check has made for itself. */
export type CallerRole = Exclude<Caller, `former-${string}`> | 'other'

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
  /** Remembers the token that an response gave. */
  learn(exchange: Exchange): void
  /** The tokens that logins with an e-mail gave, ended ones included. */
  sessionsOf(email: string): readonly string[]
}

/** Longer is a text that came in place of a token, such as a web page. */
const longestToken = 1024

/** A book in which only the given super admin is known. */
export function createRoleBook(adminEmail: string): RoleBook {
  const roleByToken = new Map<string, CallerRole>()
  const emailByToken = new Map<string, string>()

  function roleOf({ headers }: SentRequest): CallerRole {
    const token = /^Bearer (.*)$/.exec(headers['authorization'] ?? '')?.[1] ?? cookieToken(headers['cookie'])
    return (token !== undefined && roleByToken.get(token)) || 'nobody'
  }

  return {
    roleOf,
    learn({ operation, request, response }) {
      if (response.status >= 300) return
      const token = response.text.trim()
      if (token.length > longestToken) return
      if (operation === 'login') {
        const email = emailIn(request.body)
        emailByToken.set(token, email)
        roleByToken.set(token, roleByEmail(email, adminEmail))
      }
      if (operation === 'createToken') roleByToken.set(token, roleOf(request))
      if (operation === 'loginWithOauth') roleByToken.set(token, 'other')
    },
    sessionsOf: (email) => [...emailByToken].filter(([, owner]) => owner === email).map(([token]) => token),
  }
}

function cookieToken(cookies = ''): string | undefined {
  return /(?:^|;\s*)token=([^;]*)/.exec(cookies)?.[1]
}

function emailIn(body = ''): string {
  return /"email"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? ''
}

/** The accounts of a run are called after their role, which may be cut off where the name is long. */
function roleByEmail(email: string, adminEmail: string): CallerRole {
  if (email.toLowerCase() === adminEmail.toLowerCase()) return 'super-admin'
  const name = /^contract-[a-z0-9]+-\d+-([a-z-]+)@/.exec(email)?.[1]
  return (
    roles.find((role) => role === name || (name?.startsWith('workspace-') && role.startsWith(name))) ??
    'other'
  )
}
