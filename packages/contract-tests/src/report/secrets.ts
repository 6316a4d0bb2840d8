/** What must never be printed: passwords and tokens of the run. */
export interface Secrets {
  add(secret: string): void
  /** The text with every known secret replaced. */
  mask(text: string): string
}

/** Header fields whose values prove who is calling (RFC 9110, section 11.6.2; RFC 6265). */
const secretHeaders: readonly string[] = ['authorization', 'cookie', 'set-cookie']

/** No secrets yet. */
export function createSecrets(): Secrets {
  const known = new Set<string>()
  return {
    add(secret) {
      // A shorter one would mask half of every text.
      if (secret.length >= 4) known.add(secret)
    },
    mask(text) {
      // The longest first, so that none leaves a rest of another.
      const longestFirst = [...known].sort((one, other) => other.length - one.length)
      return longestFirst.reduce((masked, secret) => masked.replaceAll(secret, '[secret]'), text)
    },
  }
}

/** A header's value without what is secret in it: the scheme, and the names and attributes of cookies, stay. */
export function maskHeader(name: string, value: string): string {
  if (!secretHeaders.includes(name.toLowerCase())) return value
  if (name.toLowerCase() === 'authorization') return value.replace(/ .+$/, ' [secret]')
  const attributes = /^(path|domain|max-age|expires|samesite)$/i
  return value.replaceAll(/([^=;\s]+)=([^;]+)/g, (pair, key: string) =>
    attributes.test(key) ? pair : `${key}=[secret]`,
  )
}

/** A body without the values of members that are secret by their name, known or not. */
export function maskMembers(text: string): string {
  return text.replaceAll(
    /("(?:password|token|code|state|hash|secret)\w*"\s*:\s*)"(?:[^"\\]|\\.)*"/gi,
    '$1"[secret]"',
  )
}
