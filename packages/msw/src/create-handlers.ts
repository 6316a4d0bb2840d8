import { normalBaseUrl } from '@windmill-user-api/base-url'
import type { HttpHandler } from 'msw'
import type { OperationHandlers } from './generated/handlers.ts'
import { operations } from './generated/operations.ts'
import type { MockedOperation } from './runtime/answer.ts'
import { type AnyOptions, handlerMaker } from './runtime/handler.ts'
import { refuseUnknown } from './runtime/refusal.ts'

/** Where the calls go that are to be answered. */
export interface HandlersOptions {
  /**
   * The base URL of the client, written in any way, so that one constant serves both. Calls to any other server are not answered. It may
   * be relative to the page.
   *
   * @example
   * createHandlers({ baseUrl: 'http://localhost:8000/api' })
   */
  readonly baseUrl: string | { readonly href: string }
}

/** Every operation as a maker of handlers; called by itself, it makes one of success for each. */
export type Handlers = OperationHandlers & (() => HttpHandler[])

/**
 * Makes handlers of Mock Service Worker that answer what the examples of the document say.
 *
 * @example
 * const handlers = createHandlers({ baseUrl: 'http://localhost:8000/api' })
 * const server = setupServer(...handlers())
 * server.use(handlers.whois(404), handlers.login(429, { once: true }))
 *
 * @throws TypeError when the base URL is not one of a client, and for an option that it does not have.
 */
export function createHandlers(options: HandlersOptions): Handlers {
  refuseUnknown('createHandlers', options, ['baseUrl'], "{ baseUrl: 'http://localhost:8000/api' }")
  const base = checkedBaseUrl(options.baseUrl)
  const all: readonly MockedOperation[] = Object.values(operations)
  const successes = () =>
    inOrder(all).map((operation) => handlerMaker(operation, base)(...successOf(operation)))
  // A member of a function keeps its own place in `Function`: `name` and `length` have to be defined, not assigned.
  const members = all.map((operation) => [
    operation.id,
    { value: handlerMaker(operation, base), enumerable: true },
  ])
  // The list and the interface are generated from the same operations.
  return Object.defineProperties(successes, Object.fromEntries(members)) as Handlers
}

/** As text. It is put into its normal form for each request, because only that has the page that it may be relative to. */
function checkedBaseUrl(given: HandlersOptions['baseUrl']): string {
  const baseUrl = typeof given === 'string' ? given : given?.href
  if (normalBaseUrl(baseUrl, 'http://localhost') !== undefined && baseUrl !== undefined) return baseUrl
  throw new TypeError(
    'createHandlers expects the base URL of the client: an http(s) URL without credentials, query and fragment, such as "http://localhost:8000/api".',
  )
}

/** Concrete paths before templated ones, as OpenAPI 3.1.1, section 4.8.8.2, has them matched; `{id}:cancel` before `{id}`. */
function inOrder(all: readonly MockedOperation[]): MockedOperation[] {
  const rank = ({ path }: MockedOperation) => `${path.replaceAll(/\{[^{}]+\}/g, '\uffff')}\uffff`
  return all.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))
}

/** The first documented success. Where a document names none, `default` is one. */
function successOf({ answers }: MockedOperation): [status: string, options?: AnyOptions] {
  const statuses = Object.keys(answers)
  const success = statuses.find((status) => status.startsWith('2'))
  if (success !== undefined) return [success]
  return statuses.includes('default') ? ['default', { status: 200 }] : [statuses[0] ?? 'default']
}
