import { RefusedError } from '../errors/index.ts'
import { nothingYet } from './facts.ts'

const expected = 'an http(s) URL without credentials or query, such as "https://example.com/api"'

/** Of a server, or of the page's server: then no second slash may follow, which would name another one (RFC 3986, section 4.2). */
const clean = /^(https?:\/\/[^/@]+|(?!\/\/))\/[^?#]*$/

/**
 * The base URL as a URL parser reads it, without a slash at its end. It may be relative to the page: `/api`. A server that renders the
 * page has none: there it stays relative, which the `fetch` of a framework may understand.
 */
export function checkedBaseUrl(baseUrl: string): string {
  let url = baseUrl
  try {
    url = new URL(baseUrl, globalThis.location?.href).href
  } catch {
    // The parser's error quotes the URL, and with it a password: it is not kept.
  }
  if (clean.test(url)) return url.replace(/\/$/, '')
  throw new RefusedError('baseUrl', expected, nothingYet)
}
