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
export { createUserApi, type UserApi } from './create-user-api.ts'
export { isErrorOf, isUserApiError } from './errors/guards.ts'
export * from './errors/index.ts'
export * from './generated/index.ts'
export type { Auth } from './runtime/auth.ts'
export type { CallOptions } from './runtime/call-options.ts'
export { type Client, type ClientOptions, createClient } from './runtime/client.ts'
export type { CallArguments, NoInput, OperationFunction, OperationMethod } from './runtime/operation.ts'
export type { PathMethods } from './runtime/paths.ts'
export type { Fetch } from './runtime/send.ts'
export type { AnyError, ErrorOf } from './types/error-of.ts'
export type { OperationId, ResultOf } from './types/responses.ts'
export type { StatusCode } from './types/status-code.ts'
