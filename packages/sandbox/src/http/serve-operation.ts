import { isDeadlock } from '../database/failure.ts'
import { Refusal } from '../domain/refusal.ts'
import {
  type Inputs,
  type OperationDescription,
  type OperationId,
  operations,
} from '../generated/document/operations.ts'
import type { Answer, Call, Context, Handler, Reading, Writing } from '../handler.ts'
import { handlers } from '../operations/index.ts'
import { type Admission, useToken } from '../store/admission.ts'
import { type Ask, authenticate, hashOfToken } from './authenticate.ts'
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
  const answer = await handle(operationRequest, description)
  return successResponse(description.success, answer, operationRequest.context)
}

/** A request, and what is read of it before it is known who calls. */
interface Received extends OperationRequest {
  readonly description: OperationDescription
  readonly cookies: ReadonlyMap<string, string>
  readonly pathValues: PathValues
  /** Reads the body once, and gives the same each time. Undefined where the operation takes no JSON. */
  readonly readBody: () => Promise<unknown>
}

async function handle(
  operationRequest: OperationRequest,
  description: OperationDescription,
): Promise<Answer<OperationId>> {
  const { id, request, path } = operationRequest
  const cookies = readCookies(request.headers.get('Cookie'))
  const pathValues = readPath(description.path, path)
  const readBody = once(async () => (description.takesJson ? readJson(request) : undefined))
  const received = { ...operationRequest, description, cookies, pathValues, readBody }
  // The validators make sure of what the type of each input says: the table pairs them by name.
  const operation = handlers[id] as Operation
  if ('read' in operation) return read(operation, received)
  if ('attempt' in operation)
    return (await attemptEarly(operation, received)) ?? serve(operation.handler, received)
  return serve(operation, received)
}

type Operation = Handler<OperationId> | Reading<OperationId> | Writing<OperationId>

/** Checks one thing after the other. */
async function serve(handler: Handler<OperationId>, received: Received): Promise<Answer<OperationId>> {
  const { description, cookies, context } = received
  const caller = description.role === 'anonymous' ? undefined : await admit(received, askFor(context))
  const input = await readInput(received)
  return callHandler(handler, { input, caller, cookies, context })
}

/** @throws {@link Refusal} where a part of it is malformed, or breaks the schema. */
async function readInput(received: Received) {
  const { id, description, readBody } = received
  const body = await readBody()
  const url = readUrl(received)
  if (description.takesJson) refuseInvalid(`${id} body`, body)
  return { ...url, body }
}

/** Undefined where the operation has done nothing: then a check refuses the request, or the handler is asked. */
async function attemptEarly(
  operation: Writing<OperationId>,
  received: Received,
): Promise<Answer<OperationId> | undefined> {
  const { context } = received
  const tokenHash = await hashOfToken(context, received)
  if (tokenHash === undefined) return undefined
  const input = await readInput(received).catch(() => undefined)
  if (!input) return undefined
  return operation.attempt({ tokenHash, input: input as Inputs[OperationId], context }) // it has just been validated
}

function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined
  return () => {
    result ??= work()
    return result
  }
}

/** Asks for what the operation shows together with who calls. Whoever may not have it is refused first, whatever the URL says. */
async function read(operation: Reading<OperationId>, received: Received): Promise<Answer<OperationId>> {
  const { database } = received.context
  const url = attempt(() => readUrl(received))
  if ('refusal' in url) {
    await admit(received, askFor(received.context))
    throw url.refusal
  }
  const input = { ...url.result, body: undefined } as Inputs[OperationId] // it has just been validated
  const caller = await admit(received, (question, now) => operation.read({ database, question, input, now }))
  return caller.present()
}

function askFor({ database }: Context): Ask<Admission> {
  return (question, now) => useToken(database, question, now)
}

function attempt<Result>(work: () => Result): { readonly result: Result } | { readonly refusal: unknown } {
  try {
    return { result: work() }
  } catch (refusal) {
    return { refusal }
  }
}

/** @throws {@link Refusal} where the path or the query is malformed, or breaks the schema. */
function readUrl({ id, description, request, pathValues, path }: Received) {
  refuseMalformed(pathValues, path)
  const query = readQuery(description.query, new URL(request.url).search)
  refuseInvalid(`${id} query`, query)
  return { path: pathValues, query }
}

/** Finds the caller, and refuses one who may not do what the role is for. */
async function admit<Admitted extends Admission>(
  { description: { role }, request, cookies, pathValues, path, context }: Received,
  ask: Ask<Admitted>,
) {
  const isOfWorkspace = role === 'member' || role === 'workspace-admin'
  const workspace = isOfWorkspace ? pathValues['workspace'] : undefined
  const caller = await authenticate(context, { request, cookies, workspace }, ask)
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

async function callHandler(handler: Handler<OperationId>, call: unknown): Promise<Answer<OperationId>> {
  for (let tries = 1; ; tries++) {
    try {
      return await handler(call as Call<OperationId>) // the validators have just made sure of it
    } catch (error) {
      // Nothing of it has happened, and whoever was in the way has gone on.
      if (tries === mostTries || !isDeadlock(error)) throw error
    }
  }
}
