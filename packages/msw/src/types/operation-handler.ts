import type { HttpHandler, HttpResponse, HttpResponseResolver, RequestHandlerOptions } from 'msw'
import type { Answers } from '../runtime/answer.ts'
import type { AnswerOptions, HandlerOptions } from './options.ts'
import type { OperationId, ParamsOf, RequestBodyOf } from './request.ts'

/** MSW's resolver of one operation. */
type ResolverOf<Id extends OperationId> = HttpResponseResolver<ParamsOf<Id>, RequestBodyOf<Id>, undefined>

/** Makes a documented answer inside a resolver. */
export type AnswerFunction<Known extends Answers> = <Status extends keyof Known>(
  status: Status,
  options?: AnswerOptions<Known[Status], Status>,
) => HttpResponse<string | Blob>

/** Makes handlers of one operation, for `setupServer`, `setupWorker` and `server.use`. */
export interface OperationHandler<Id extends OperationId, Known extends Answers> {
  /**
   * Answers as the document's example of a status does.
   *
   * @throws TypeError when the document has no such status or example, and for an option that is unknown or cannot be used.
   */
  <Status extends keyof Known>(
    status: Status,
    options?: AnswerOptions<Known[Status], Status> & HandlerOptions<Id>,
  ): HttpHandler
  /**
   * Answers what a resolver of MSW returns. It gets `answer` besides, which makes documented answers.
   *
   * @example
   * handlers.whois.resolve(({ params, answer }) => (params.username === 'ada' ? answer(200) : answer(404)))
   */
  readonly resolve: ResolvedHandler<Id, Known>
}

/** Makes a handler from a resolver of MSW, which gets `answer` besides: it makes documented answers. */
export type ResolvedHandler<Id extends OperationId, Known extends Answers> = (
  resolver: OperationResolver<Id, Known>,
  options?: RequestHandlerOptions,
) => HttpHandler

/** What a resolver of MSW is for one operation. */
export type OperationResolver<Id extends OperationId, Known extends Answers> = (
  info: Parameters<ResolverOf<Id>>[0] & { readonly answer: AnswerFunction<Known> },
) => ReturnType<ResolverOf<Id>>
