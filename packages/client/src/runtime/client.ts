import { normalBaseUrl } from '@windmill-user-api/base-url'
import { RefusedError } from '../errors/index.ts'
import type { Answered } from './answer.ts'
import type { RenewedAuth } from './auth.ts'
import { callOf } from './call.ts'
import type { CallOptions } from './call-options.ts'
import type { ClientOptions } from './client-options.ts'
import type { OperationFacts } from './facts.ts'
import type { Members } from './given.ts'

/**
 * A connection to one server: what every function of an operation takes first. Copies and versions of this package share clients, so a
 * function calls through the client that it is given, and never through its own copy.
 *
 * @example
 * const client: Client = createClient({ baseUrl: 'http://localhost:8000/api', auth: { kind: 'none' } })
 * console.log(client.baseUrl) // http://localhost:8000/api
 */
export interface Client {
  /** The server: the base URL in its normal form, without a slash at its end. It never holds credentials. */
  readonly baseUrl: string
  /** The server and the account that results belong to, for the keys of a cache. Never a token. Default: the base URL. */
  readonly scope: string
  /** For the functions of this package: calls an operation. */
  '~call'(facts: OperationFacts, input?: Members, options?: CallOptions): Promise<Answered>
}

/**
 * Connects to a server, for functions that are imported one by one. Nothing is sent yet.
 *
 * @example
 * const client = createClient({ baseUrl: 'http://localhost:8000/api', auth: { kind: 'bearer', token } })
 * const me = await globalWhoami(client)
 *
 * @throws RefusedError when the base URL has credentials, a query or a fragment, or is none, and for an option that cannot be used.
 */
export function createClient(options: ClientOptions): Client {
  const { baseUrl: asGiven, auth, scope, ...others }: ClientOptions = { ...options }
  const baseUrl = normalBaseUrl(asGiven)
  // Without what was given: it may hold a password.
  if (baseUrl === undefined) throw new RefusedError('baseUrl', 'http://host')
  const credentials = ({ bearer: 'omit', cookie: 'include', none: 'omit' } as const)[auth?.kind]
  // A fourth member is one that nobody reads.
  if (!credentials || Object.keys({ ...auth, kind: 1, token: 1, '~renew': 1 })[3])
    throw new RefusedError('auth', 'kind bearer, cookie or none, token, or renewing()')
  return {
    baseUrl,
    // A relative one is the same on a server, which has no page.
    scope: scope ?? normalBaseUrl(asGiven, '') ?? baseUrl,
    '~call': callOf(others, {
      baseUrl,
      credentials,
      ...(auth.kind === 'bearer' && {
        bearer: auth.token ?? '',
        renew: (auth as Partial<RenewedAuth>)['~renew'],
      }),
    }),
  }
}
