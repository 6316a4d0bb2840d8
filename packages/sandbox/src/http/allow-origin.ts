/** Every origin. */
export const anyOrigin = '*'

/** Whether a text is what a browser sends as `Origin` (RFC 6454, section 6.2), such as `http://localhost:5173`. */
export function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text
}

/** What a page may read beside the headers that every page may (Fetch Standard, CORS-safelisted response-header name). */
const exposed = 'Deprecation, Retry-After, Sunset, X-Request-Id'

/** What a page may send. It asks for more where something traces its requests (`traceparent`, `baggage`), and may. */
const usual = 'Authorization, Content-Type'

/**
 * Lets pages of the origins read an answer (Fetch Standard, CORS protocol), with a token of their own: never with the cookie,
 * which counts for pages of the sandbox alone.
 */
export function allowOrigin(request: Request, response: Response, origins: readonly string[]): Response {
  if (origins.length === 0) return response
  const { headers } = response
  headers.append('Vary', 'Origin')
  const origin = request.headers.get('Origin')
  if (origin === null || !(origins.includes(origin) || origins.includes(anyOrigin))) return response
  headers.set('Access-Control-Allow-Origin', origin)
  headers.set('Access-Control-Expose-Headers', exposed)
  if (request.method === 'OPTIONS' && request.headers.has('Access-Control-Request-Method')) {
    headers.set('Access-Control-Allow-Methods', headers.get('Allow') ?? '')
    headers.set(
      'Access-Control-Allow-Headers',
      request.headers.get('Access-Control-Request-Headers') ?? usual,
    )
    headers.set('Access-Control-Max-Age', '600')
  }
  return response
}
