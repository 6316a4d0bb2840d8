/**
 * Mock Service Worker for the user API: a typed handler for every answer of every operation.
 *
 * @example
 * import { createHandlers } from '@windmill-user-api/msw'
 * import { setupServer } from 'msw/node'
 *
 * const handlers = createHandlers({ baseUrl: 'http://localhost:8000/api' })
 * const server = setupServer(...handlers())
 *
 * @packageDocumentation
 */
export { createHandlers, type Handlers, type HandlersOptions } from './create-handlers.ts'
export type * from './generated/answers.ts'
export type { OperationHandlers } from './generated/handlers.ts'
export type { Answer, Answers } from './runtime/answer.ts'
export type {
  AnswerFunction,
  OperationHandler,
  OperationResolver,
  ResolvedHandler,
} from './types/operation-handler.ts'
export type { AnswerOptions, HandlerOptions, SomeStatus } from './types/options.ts'
export type { OperationId, ParamsOf, RequestBodyOf } from './types/request.ts'
