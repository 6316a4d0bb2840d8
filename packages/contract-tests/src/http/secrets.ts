import { elide } from '../text/elide.ts'

/** What must never be printed: passwords and tokens of the run. */
export interface Secrets {
  add(secret: string): void
  /** The text with every known secret replaced. */
  mask(text: string): string
}

/** A shorter one would mask half of every text, and a longer one is a text in place of a token. */
const length = { shortest: 4, longest: 1024 }

/** No secrets yet. */
export function createSecrets(): Secrets {
  const known = new Set<string>()
  let longestFirst: readonly string[] | undefined
  return {
    add(text) {
      const secret = text.trim()
      if (secret.length < length.shortest || secret.length > length.longest) return
      for (const form of formsOf(secret)) known.add(form)
      longestFirst = undefined
    },
    mask(text) {
      // The longest first, so that none leaves a rest of another.
      longestFirst ??= [...known].sort((one, other) => other.length - one.length)
      return longestFirst.reduce((masked, secret) => masked.replaceAll(secret, '[secret]'), text)
    },
  }
}

/** A secret as it stands in a text, in JSON and in a URL. */
function formsOf(secret: string): readonly string[] {
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret.replaceAll(/\p{Cs}/gu, '\ufffd')),
  ]
}

/** A header's value without what is secret in it: the scheme, and the names and attributes of cookies, stay. */
export function maskHeader(name: string, value: string): string {
  const field = name.toLowerCase()
  if (field === 'authorization') return value.replace(/^(\S+ )?.+$/s, '$1[secret]')
  if (field === 'location') return value.replaceAll(/([?&](?:code|state)=)[^&]+/g, '$1[secret]')
  return field === 'cookie' || field === 'set-cookie' ? maskCookies(value) : value
}

function maskCookies(value: string): string {
  const attributes = /^(?:path|domain|max-age|expires|samesite|priority)$/i
  return value.replaceAll(/([^=;\s]+)=([^;]+)/g, (pair, name: string) => {
    return attributes.test(name) ? pair : `${name}=[secret]`
  })
}

/** How much of a body is searched for secrets, in characters. No more of it is ever shown. */
const longestMasked = 16_384

/**
 * A property that is secret by its name, with its value. Each repetition has a bound, so that no text makes the search slow,
 * and a value that is cut off is found, too.
 */
const secretProperty =
  /("(?:\w{0,100}password\w{0,100}|token|code|state|\w{0,100}hash|\w{0,100}secret)"\s{0,20}:\s{0,20})"(?:[^"\\]|\\.)*(?:"|$)/gis

/** A body without what is secret, known or not: properties that are so by their name, and a text that is a token alone. */
export function maskBody(text: string): string {
  if (/^\s{0,20}"?[A-Za-z0-9]{20,512}"?\s{0,20}$/.test(text)) return '[secret]'
  return text.replaceAll(secretProperty, '$1"[secret]"')
}

/** A body, or its beginning. */
export interface Beginning {
  readonly text: string
  /** How many characters followed. */
  readonly omitted: number
}

/** As much of a body as anything is shown of. */
export function beginningOf(text: string): Beginning {
  const beginning = text.slice(0, longestMasked)
  return { text: beginning, omitted: text.length - beginning.length }
}

/** As much of a body as may be shown, without secrets: `mask` takes out those that are known. */
export function showBody(
  { text, omitted }: Beginning,
  { limit, mask }: { readonly limit: number; readonly mask: (text: string) => string },
): string {
  return elide(mask(maskBody(text)), limit, omitted)
}
