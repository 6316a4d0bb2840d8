interface CookieOptions {
  readonly name: string
  readonly value: string
  readonly seconds: number
  readonly https: boolean
}

/** A `Set-Cookie` that no script reads and no other site's form sends (RFC 6265, section 4.1). */
export function setCookie({ name, value, seconds, https }: CookieOptions): string {
  const secure = https ? '; Secure' : ''
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`
}
