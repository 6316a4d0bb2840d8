/** A base URL as people have it: a text, or a `URL`. */
export type GivenBaseUrl = string | { readonly href: string }

/**
 * The base URL as a URL parser reads it, without slashes at its end; `undefined` if it has credentials, a query or a fragment, or is no
 * http(s) URL. It may be relative to the page: `/api`. Where there is no page, as on a server that renders one, it stays relative.
 *
 * @example
 * normalBaseUrl('HTTP://LocalHost:80/v1/../api/') // 'http://localhost/api'
 */
export function normalBaseUrl(
  baseUrl: GivenBaseUrl | undefined,
  page: string | undefined = globalThis.location?.href,
): string | undefined {
  let url = `${Object(baseUrl).href ?? baseUrl}`
  try {
    // Without a slash it is no path of a page, but what JavaScript makes of undefined and the like. An empty page would be an error.
    url = new URL(url, (url.includes('/') && page) || undefined).href
  } catch {
    // The parser's error quotes the URL, and with it a password: it is not kept.
  }
  // Of a server, or of the page's server: then no second slash may follow, which would name another one (RFC 3986, section 4.2).
  const isClean = /^(https?:\/\/[^/@]+|(?!\/\/))\/[^?#]*$/.test(url)
  return isClean ? url.replace(/\/+$/, '') : undefined
}
