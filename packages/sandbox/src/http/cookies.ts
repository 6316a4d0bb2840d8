import { parse, serialize } from 'hono/utils/cookie'
import type { Cookie } from '../handler.ts'

/** The cookies of a request. Of two with one name the first counts, the one with the longer path (RFC 6265, section 5.4). */
export function readCookies(header: string | null): ReadonlyMap<string, string> {
  return new Map(Object.entries(parse(header ?? '')))
}

/** A `Set-Cookie` that no script reads and no other site's form sends (RFC 6265, section 4.1). */
export function writeCookie(
  { name, value, seconds }: Cookie,
  { https }: { readonly https: boolean },
): string {
  return serialize(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: seconds,
    secure: https,
  })
}
