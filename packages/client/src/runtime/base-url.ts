import { RefusedError } from '../errors/index.ts'

const expected = 'an http(s) URL without credentials, query and fragment, such as "https://example.com/api"'

/** The base URL as a URL parser reads it, without a slash at its end. In a browser it may be relative to the page: `/api`. */
export function checkedBaseUrl(baseUrl: string): string {
  const url = parsed(baseUrl)
  const isClean = url && /^https?:\/\/[^/@]+\/[^?#]*$/.test(url.href)
  if (isClean) return url.href.replace(/\/$/, '')
  throw new RefusedError('baseUrl', expected, { operation: undefined, method: '', url: '' })
}

function parsed(baseUrl: string): URL | undefined {
  try {
    return new URL(baseUrl, globalThis.location?.href)
  } catch {
    // The parser's error quotes the URL, and with it a password: it is not kept.
    return undefined
  }
}
