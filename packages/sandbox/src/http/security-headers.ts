/**
 * What a browser is told about every answer: to take it for what it says it is, to keep it nowhere, to show it in no frame, to
 * load nothing for it, and to tell nobody where its reader came from.
 */
const headers = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const

/** For every answer but a page that has brought its own. */
const policy = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** One year (RFC 6797, section 6.1). */
const onlyHttps = 'max-age=31536000'

/** Adds the headers that every answer has, whatever it answers. */
export function secure(response: Response, { https }: { readonly https: boolean }): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  if (!response.headers.has('Content-Security-Policy'))
    response.headers.set('Content-Security-Policy', policy)
  if (https) response.headers.set('Strict-Transport-Security', onlyHttps)
  return response
}
