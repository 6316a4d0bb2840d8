import type { paths } from '@windmill-user-api/types'
import type { FetchResponse, ParamsOption, RequestBodyOption } from 'openapi-fetch'
import { RefusedError } from '../errors/index.ts'
import type { AnyError } from '../generated/any-error.ts'
import type { ResultIn } from '../types/responses.ts'
import type { CallOptions } from './call-options.ts'
import type { Client } from './client.ts'
import type { OperationFacts } from './facts.ts'
import type { Members } from './given.ts'
import { given } from './given.ts'

type HttpMethod = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace'

// Read from the paths themselves: openapi-fetch's own type reads them from a whole client, forty times the compiler's work.
type PathsWith<Method extends HttpMethod> = {
  [Path in keyof paths]: paths[Path] extends Record<Method, object> ? Path : never
}[keyof paths]

type OperationAt<Path extends keyof paths, Method extends HttpMethod> =
  paths[Path] extends Record<Method, infer Operation extends object> ? Operation : never

type Given<Operation> = ParamsOption<Operation> & RequestBodyOption<Operation>

/** What a call by path takes: openapi-fetch's `params` and `body`, and the options of a call. */
export type PathArguments<Operation> =
  Record<never, never> extends Given<Operation>
    ? [init?: Given<Operation> & CallOptions]
    : [init: Given<Operation> & CallOptions]

/** A method of openapi-fetch: `{ data, response }` of a success, `{ error, response }` of a failure. */
export type PathMethod<Method extends HttpMethod> = <Path extends PathsWith<Method>>(
  path: Path,
  ...init: PathArguments<OperationAt<Path, Method>>
) => Promise<PathResult<OperationAt<Path, Method>>>

/** What a call by path resolves to: openapi-fetch's `data`, `error` and `response`. It knows no streams: of one it has the items. */
export type PathResult<Operation extends object> = Operation extends { responses: infer Responses }
  ? [Extract<ResultIn<Responses>, AsyncGenerator>] extends [never]
    ? FetchResult<Operation>
    : SuccessByPath<ResultIn<Responses>> | Extract<FetchResult<Operation>, { data?: never }>
  : never

type FetchResult<Operation extends object> = FetchResponse<
  Operation,
  Record<never, never>,
  `${string}/${string}`
>

interface SuccessByPath<Result> {
  data: Result
  error?: never
  response: Response
}

/** Those that a document may have; an editor shows what is said here. */
interface AllPathMethods {
  /**
   * Reads, by path: the operation that the document has there, under the same rules as its own function.
   *
   * @example
   * const { data, error } = await byPath(api).GET('/w/{workspace}/users/list', { params: { path: { workspace: 'demo' } } })
   */
  readonly GET: PathMethod<'get'>
  /**
   * Changes something, by path: the operation that the document has there, under the same rules as its own function.
   *
   * @example
   * const { data, error } = await byPath(api).POST('/users/tokens/create', { body: { label: 'ci' } })
   */
  readonly POST: PathMethod<'post'>
  /**
   * Takes something away, by path: the operation that the document has there, under the same rules as its own function.
   *
   * @example
   * const params = { path: { token_prefix: 'Qm3vK9xTzL' } }
   * const { data, error } = await byPath(api).DELETE('/users/tokens/delete/{token_prefix}', { params })
   */
  readonly DELETE: PathMethod<'delete'>
  /** Replaces something, by path. */
  readonly PUT: PathMethod<'put'>
  /** Changes a part of something, by path. */
  readonly PATCH: PathMethod<'patch'>
  /** Asks for the headers alone, by path. */
  readonly HEAD: PathMethod<'head'>
  /** Asks what a path allows. */
  readonly OPTIONS: PathMethod<'options'>
  /** Asks for an echo of the request, by path. */
  readonly TRACE: PathMethod<'trace'>
}

/**
 * The methods of openapi-fetch, typed by the paths of the document. They resolve to `{ data, error, response }`, and reject only
 * where no answer came or a success cannot be read.
 *
 * @see https://openapi-ts.dev/openapi-fetch/api
 */
export type PathMethods = Pick<
  AllPathMethods,
  { [Method in HttpMethod]: PathsWith<Method> extends never ? never : Uppercase<Method> }[HttpMethod]
>

/** How a call of any operation ended. */
export type AnyResult =
  | { readonly ok: true; readonly value: unknown; readonly response: Response }
  | { readonly ok: false; readonly error: AnyError }

/** What the functions of all operations have in common. */
export interface ListedOperation {
  (client: Client, input: never, options: never): unknown
  readonly id: string
  readonly facts: OperationFacts
  safe(client: Client, input: never, options: CallOptions): Promise<AnyResult>
}

/** A list that would be too long for the compiler in one piece. */
export function listed(...parts: readonly (readonly ListedOperation[])[]): readonly ListedOperation[] {
  return parts.flat()
}

/** Makes a method of openapi-fetch. A call by path is one of the operation there: the same credentials, path values, retries and reading. */
export function pathMethod(client: Client, operations: readonly ListedOperation[], method: string) {
  return async (path: string, init?: PathInit): Promise<object> => {
    const place = { method, url: path }
    const { params, body, ...options } = given(init, 'options', place)
    const operation = operations.find(({ facts }) => facts.method === method && facts.path === path)
    if (!operation) throw new RefusedError('path', 'documented', place)
    const input = inputOf(operation.facts, params, body)
    const { ok, ...result } = await operation.safe(client, input as never, options)
    const { error, value: data, response = error.response } = Object(result)
    if (ok) return { data, response }
    if (!response || error.kind === 'decode') throw error
    return { error: error.body ?? error.text, response }
  }
}

interface PathInit extends CallOptions {
  readonly params?: Readonly<Record<string, Members>>
  readonly body?: unknown
}

/** The values by location as the members of the operation's input. A name that the document does not have keeps its location, to be refused. */
function inputOf({ parameters }: OperationFacts, params: unknown, body: unknown): Members {
  const input: Record<string, unknown> = { body }
  for (const [location, values] of Object.entries(given(params, 'params')))
    for (const [name, value] of Object.entries(given(values, location))) {
      const place = parameters?.find(([argument, at, wire = argument]) => at === location && wire === name)
      input[place?.[0] ?? (location === 'path' ? name : `${location}.${name}`)] = value
    }
  return input
}
