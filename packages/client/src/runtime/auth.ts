import { type Attempt, RefusedError } from '../errors/index.ts'

/**
 * How calls prove who makes them. `bearer` sends the token as `Authorization` header and never a cookie; `cookie` leaves it to the
 * browser's cookies and never sends the header; `none` sends neither.
 *
 * @example
 * const auth: Auth = { kind: 'bearer', token: async () => readTokenFromKeychain() }
 */
export type Auth =
  | { readonly kind: 'bearer'; readonly token: string | (() => string | Promise<string>) }
  | { readonly kind: 'cookie' }
  | { readonly kind: 'none' }

/** Characters that a header value can carry, without white space. */
const sendable = /^[\x21-\x7e]+$/

/** Puts the credentials onto a request, which `fetch` alone sees: no middleware does. */
export async function authorize(request: Request, auth: Auth, attempt: Attempt): Promise<void> {
  if (auth.kind !== 'bearer') return
  const token = await currentToken(auth.token, attempt)
  // Checked here because the error of Headers.set would quote the token.
  if (!sendable.test(token)) throw refusedToken(attempt)
  request.headers.set('Authorization', `Bearer ${token}`)
}

async function currentToken(
  token: string | (() => string | Promise<string>),
  attempt: Attempt,
): Promise<string> {
  if (typeof token === 'string') return token
  try {
    return await token()
  } catch (cause) {
    throw refusedToken(attempt, { cause })
  }
}

function refusedToken(attempt: Attempt, options?: ErrorOptions): RefusedError<string | undefined> {
  return new RefusedError('token', 'visible ASCII characters', attempt, options)
}
