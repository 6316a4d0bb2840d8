import type { IncomingMessage } from 'node:http'
import { admit, authenticate } from './admit.ts'
import { checkBody, takesBody } from './body.ts'
import type { OpenCall } from './call.ts'
import { handlers, isOpen, openHandlers } from './handlers/index.ts'
import { type OperationId, operations } from './operations.ts'
import type { Policy } from './policy.ts'
import { decode, parseBody, readCookies, readQuery, type Sent } from './read-request.ts'
import { type Reply, refusal } from './reply.ts'
import type { State } from './state.ts'

/** A server and a request to one of its operations. */
export interface Served {
  readonly state: State
  readonly policy: Policy
  readonly baseUrl: string
  readonly operation: OperationId
  readonly request: IncomingMessage
  readonly sent: Sent
  /** The values of the path as they were sent. */
  readonly values: Readonly<Record<string, string>>
  readonly search: string
}

/**
 * Answers a request to a known path and method. The checks come in the order of the contract: credentials, role and
 * workspace, body, then the domain.
 */
export function serveOperation(served: Served): Reply {
  const { state, policy, operation, values } = served
  const cookies = readCookies(served.request.headers.cookie)
  if (isOpen(operation)) return openHandlers[operation](readCall(served, cookies))
  const caller = authenticate(served, cookies)
  const [, , role] = operations[operation]
  const member = admit(state, policy, {
    operation,
    role,
    account: caller.account,
    workspace: values['workspace'],
  })
  return handlers[operation]({ ...readCall(served, cookies), ...caller, member })
}

/** Those that read a query. */
const pagedOperations: readonly OperationId[] = ['listUsersAsSuperAdmin', 'listWorkspacesAsSuperAdmin']

function readCall(
  { state, policy, baseUrl, operation, request, sent, values, search }: Served,
  cookies: ReadonlyMap<string, string>,
): OpenCall {
  const value = takesBody(operation) ? parseBody(sent, request.headers['content-type']) : {}
  const path = decodeAll(values, (sentValue) => policy.encodedValue(operation, sentValue))
  const query = pagedOperations.includes(operation) ? readQuery(search) : new Map()
  const body = takesBody(operation) ? checkBody(operation, value, policy) : {}
  return { state, policy, baseUrl, path, query, cookies, body }
}

function decodeAll(
  values: Readonly<Record<string, string>>,
  read: (value: string) => string,
): Readonly<Record<string, string>> {
  const decoded = Object.entries(values).map(([name, value]): [string, string] => {
    const text = decode(read(value))
    if (text === undefined) throw refusal(400, 'the path is not valid percent-encoding')
    return [name, text]
  })
  return Object.fromEntries(decoded)
}
