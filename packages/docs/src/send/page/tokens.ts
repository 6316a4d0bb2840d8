import type { SendAccount } from '../settings.ts'
import type { Target } from './targets.ts'

/** Tokens of accounts of a sandbox, in the memory of this page alone: each page logs in anew. */
export interface Tokens {
  /** Logs in at the first time. */
  of(account: SendAccount): Promise<string>
  /** Forgets one that no longer works, or all. */
  forget(account?: SendAccount): void
}

export function createTokens({ baseUrl, send }: Target): Tokens {
  const known = new Map<string, string>()
  return {
    async of({ email, password, label }) {
      const before = known.get(email)
      if (before !== undefined) return before
      const response = await send({
        url: `${baseUrl}/auth/login`,
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email, password }),
      })
      const text = await response.text()
      if (!response.ok)
        throw new Error(
          `Logging in as ${label} failed with ${response.status}: ${text}. If the account was changed, reset the sandbox.`,
        )
      known.set(email, text)
      return text
    },
    forget: (account) => (account ? known.delete(account.email) : known.clear()),
  }
}
