/** What must never be printed: passwords and tokens of the run. */
export interface Secrets {
  add(secret: string): void
  /** The text with every known secret replaced. */
  mask(text: string): string
}

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
  const field = name.toLowerCase()
  if (field === 'authorization') return value.replace(/ .+$/, ' [secret]')
  if (field === 'location') return value.replaceAll(/([?&](?:code|state)=)[^&]+/g, '$1[secret]')
  return field === 'cookie' || field === 'set-cookie' ? maskCookies(value) : value
}

function maskCookies(value: string): string {
  const attributes = /^(?:path|domain|max-age|expires|samesite|priority)$/i
  return value.replaceAll(/([^=;\s]+)=([^;]+)/g, (pair, name: string) => {
    return attributes.test(name) ? pair : `${name}=[secret]`
  })
}

/** A body without what is secret, known or not: members that are so by their name, and a text that is a token alone. */
export function maskBody(text: string): string {
  if (/^[A-Za-z0-9]{20,}$/.test(text)) return '[secret]'
  return text.replaceAll(
    /("(?:\w*password\w*|token|code|state|\w*hash|\w*secret)"\s*:\s*)"(?:[^"\\]|\\.)*"/gi,
    '$1"[secret]"',
  )
}
