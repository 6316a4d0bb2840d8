/**
 * The typed client of the user API.
 *
 * @example
 * import { createUserApi } from '@windmill-user-api/client'
 *
 * const api = createUserApi({ baseUrl: 'http://localhost:8000/api', auth: { kind: 'bearer', token } })
 * console.log(await api.globalWhoami())
 *
 * @packageDocumentation
 */
export { byPath } from './by-path.ts'
export { createUserApi, openSession, type SessionOptions, type UserApi } from './create-user-api.ts'
export * from './errors/index.ts'
export type { AnyError } from './generated/any-error.ts'
export * from './generated/index.ts'
export type { Answered } from './runtime/answer.ts'
export type { Auth, RenewedAuth, Token } from './runtime/auth.ts'
export type { CallOptions, LimitOptions, RetryOptions } from './runtime/call-options.ts'
export { type Client, createClient } from './runtime/client.ts'
export type { ClientOptions, Validate } from './runtime/client-options.ts'
export type { OperationFacts, ParameterLocation, ParameterPlace, RareFacts } from './runtime/facts.ts'
export type { Fetch, FetchInit, FetchResponse } from './runtime/fetch.ts'
export { isErrorOf, isErrorOfKind, isUserApiError } from './runtime/guards.ts'
export type { CallEvent, FailureEvent, Hooks, ResponseEvent, RetryEvent } from './runtime/hooks.ts'
export type {
  CallArguments,
  NoInput,
  OperationFunction,
  OperationMethod,
  SafeResult,
} from './runtime/operation.ts'
export type { ItemOf, PagedOperationFunction, PagedOperationMethod, PageInput } from './runtime/paged.ts'
export type { PathArguments, PathMethod, PathMethods, PathResult } from './runtime/paths.ts'
export { type RenewingOptions, renewing } from './runtime/renewing.ts'
export type { ErrorOf, NoAnswer } from './types/error-of.ts'
export type { HeadersWith, ResponseWith } from './types/headers.ts'
export type { OperationId, ResultOf, SuccessOf, UndeclaredStatus } from './types/responses.ts'
export type { StatusCode } from './types/status-code.ts'
