import type { Token } from './auth.ts'

/** A token, or a promise of it. */
export function tokenOf(token: Token): string | Promise<string> {
  return typeof token === 'function' ? token() : token
}
