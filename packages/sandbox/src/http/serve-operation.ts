import { isDeadlock } from '../database/failure.ts'
import { Refusal } from '../domain/refusal.ts'
import { type OperationDescription, type OperationId, operations } from '../generated/document/operations.ts'
import type { Answer, Call, Context, Handler } from '../handler.ts'
import { handlers } from '../operations/index.ts'
import { authenticate } from './authenticate.ts'
import { enter, refuseOrdinaryMember, refuseOrdinaryUser } from './authorize.ts'
import { readCookies } from './cookies.ts'
import { explain } from './explain.ts'
import { readJson } from './read-body.ts'
import { type PathValues, readPath, refuseMalformed } from './read-path.ts'
import { readQuery } from './read-query.ts'
import { successResponse } from './respond.ts'
import { validators } from './validators.ts'

/** One request on its way to the handler of an operation. */
export interface OperationRequest {
  readonly id: OperationId
  readonly request: Request
  /** The request's path below the base path, as it was sent. */
  readonly path: string
  readonly context: Context
}

/**
 * Answers a request to a known path with a known method. The checks come in the order of the contract, and the first that
 * fails answers: credentials, role and workspace, size, media type and syntax, schema; then the domain.
 *
 * @throws {@link Refusal}
 */
export async function serveOperation(operationRequest: OperationRequest): Promise<Response> {
  const description: OperationDescription = operations[operationRequest.id]
  return successResponse(description.success, await handle(operationRequest, description))
}

async function handle(
  { id, request, path, context }: OperationRequest,
  description: OperationDescription,
): Promise<Answer<OperationId>> {
  const cookies = readCookies(request.headers.get('Cookie'))
  const pathValues = readPath(description.path, path)
  const caller = await admit(description.role, { request, cookies, pathValues, path, context })
  const body = description.takesJson ? await readJson(request) : undefined
  refuseMalformed(pathValues, path)
  const query = readQuery(description.query, new URL(request.url).search)
  refuseInvalid(`${id} query`, query)
  if (description.takesJson) refuseInvalid(`${id} body`, body)
  return callHandler(id, { input: { path: pathValues, query, body }, caller, cookies, context })
}

interface Admission {
  readonly request: Request
  readonly cookies: ReadonlyMap<string, string>
  readonly pathValues: PathValues
  readonly path: string
  readonly context: Context
}

/** Finds the caller, and refuses one who may not do what the role is for. */
async function admit(role: string, { request, cookies, pathValues, path, context }: Admission) {
  if (role === 'anonymous') return undefined
  const isOfWorkspace = role === 'member' || role === 'workspace-admin'
  const workspace = isOfWorkspace ? pathValues['workspace'] : undefined
  const caller = await authenticate(context, request, cookies, workspace)
  if (role === 'super-admin') refuseOrdinaryUser(caller)
  if (!isOfWorkspace) return caller
  const workspaceCaller = enter(caller, workspace, path)
  if (role === 'workspace-admin') refuseOrdinaryMember(workspaceCaller, workspace ?? '')
  return workspaceCaller
}

function refuseInvalid(key: string, value: unknown): void {
  const validator = validators[key]
  if (!validator || validator(value)) return
  const [error] = validator.errors ?? []
  throw new Refusal('Unprocessable', error ? explain(error, value) : 'the request breaks the schema')
}

/** How often a handler is called whose transaction is undone in favour of another one. */
const mostTries = 3

async function callHandler(id: OperationId, call: unknown): Promise<Answer<OperationId>> {
  // The validators have just made sure of what the type of each input says: the table pairs them by name.
  const handler = handlers[id] as Handler<OperationId>
  for (let tries = 1; ; tries++) {
    try {
      return await handler(call as Call<OperationId>) // see above
    } catch (error) {
      // Nothing of it has happened, and whoever was in the way has gone on.
      if (tries === mostTries || !isDeadlock(error)) throw error
    }
  }
}
