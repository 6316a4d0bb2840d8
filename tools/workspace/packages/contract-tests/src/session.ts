import type { Accounts } from './checks/setup.ts'
import type { RequestInput, SecurityScheme } from './document/operation.ts'
import { NotApplicable } from './errors.ts'
import { createPace, type Pace } from './expect/pace.ts'
import type { Fixtures } from './fixtures.ts'
import { type OperationId, operations } from './generated/operations.ts'
import { securitySchemes } from './generated/security-schemes.ts'
import { buildRequest } from './http/build-request.ts'
import { createSecrets } from './http/secrets.ts'
import { createTransport, type Fetch, type Transport } from './http/transport.ts'

/** Which server is called, and as whom. */
export interface SessionOptions {
  /** Without a slash at the end. */
  readonly baseUrl: string
  /** What proves who calls; undefined where nothing does. */
  readonly token: string | undefined
  readonly fetch: Fetch
}

/** All that the calls of an operation are made with. */
export interface Session {
  readonly baseUrl: string
  readonly transport: Transport
  readonly fixtures: Fixtures & Accounts<Fixtures>
  readonly pace: Pace
}

/** One account calls: what needs another one is not applicable. */
export function openSession({ baseUrl, token, fetch }: SessionOptions): Session {
  const secrets = createSecrets()
  if (token !== undefined) secrets.add(token)
  const transport = createTransport({ fetch, timeout: 20_000 })
  const fixtures: Fixtures & Accounts<Fixtures> = {
    seed: 1,
    secrets,
    observedBy: () => fixtures,
    followEnds() {},
    followUp: () => undefined,
    async identity(caller) {
      if (token === undefined || caller !== 'user')
        throw new NotApplicable(`There are no credentials of a caller who is ${caller}.`)
      return { email: '', password: '', token }
    },
    async endedToken(how) {
      throw new NotApplicable(`There is no token that was ${how}.`)
    },
    call: (id, input = {}) => call({ baseUrl, token, transport }, id, input),
  }
  return { baseUrl, transport, fixtures, pace: createPace() }
}

interface Connection {
  readonly baseUrl: string
  readonly token: string | undefined
  readonly transport: Transport
}

async function call(
  { baseUrl, token, transport }: Connection,
  id: OperationId,
  input: RequestInput,
): Promise<unknown> {
  const schemes: readonly SecurityScheme[] = Object.values(securitySchemes)
  const by = schemes.find(({ kind }) => kind === 'bearer') ?? schemes[0]
  const credentials = by && token !== undefined ? { by, token } : 'none'
  const request = buildRequest(baseUrl, { operation: operations[id], credentials, input })
  const { response } = await transport.send(id, request)
  if (response.status >= 300)
    throw new Error(`${id} returned ${response.status}: ${response.text.slice(0, 500)}`)
  return /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(response.text) : response.text
}
