const changesNothing = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a page of another site may have made the browser send this, with the cookie of who sits before it. Other programs
 * than browsers send neither header, and send no cookie unasked.
 *
 * @param publicOrigin - How people reach the server, behind a proxy too.
 */
export function comesFromElsewhere(request: Request, publicOrigin: string): boolean {
  if (changesNothing.has(request.method)) return false
  const site = request.headers.get('Sec-Fetch-Site')
  // `none` is a person who typed the address (Fetch Metadata Request Headers, section 2.2).
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  const origin = request.headers.get('Origin')
  return origin !== null && origin !== publicOrigin && origin !== new URL(request.url).origin
}
