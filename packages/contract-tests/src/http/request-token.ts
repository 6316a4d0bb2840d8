import type { SentRequest } from './exchange.ts'

/** The token that a request carries, the bearer token before that of the cookie; empty if there is none. */
export function tokenOf({ headers }: SentRequest): string {
  return bearerOf(headers) ?? /(?:^|;\s*)token=([^;]*)/.exec(headers['cookie'] ?? '')?.[1] ?? ''
}

/** The token, where a request carries nothing else that could say who sends it. */
export function soleTokenOf({ headers }: SentRequest): string | undefined {
  const { authorization, cookie } = headers
  if (authorization === undefined) return /^token=([^;]+)$/.exec(cookie ?? '')?.[1]
  return cookie === undefined ? bearerOf(headers) : undefined
}

/** The request with another token in the place of its only one. */
export function withToken(request: SentRequest, token: string): SentRequest {
  const { authorization } = request.headers
  const changed =
    authorization === undefined ? { cookie: `token=${token}` } : { authorization: `Bearer ${token}` }
  return { ...request, headers: { ...request.headers, ...changed } }
}

function bearerOf({ authorization = '' }: SentRequest['headers']): string | undefined {
  return /^Bearer (.*)$/.exec(authorization)?.[1]
}
