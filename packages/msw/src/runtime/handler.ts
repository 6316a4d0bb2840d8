import { type DelayMode, delay, type HttpHandler, type HttpResponse, type RequestHandlerOptions } from 'msw'
import type { MockedOperation } from './answer.ts'
import { OperationHandler, type PathValues } from './operation-handler.ts'
import { responseOf, type Wishes } from './response.ts'

/** What a handler may be asked, before its types are looked at. */
export interface AnyOptions extends Wishes {
  readonly params?: PathValues | undefined
  readonly delay?: number | DelayMode | undefined
  readonly once?: boolean | undefined
}

type Status = number | string
type Answering = (status: Status, wishes?: Wishes) => HttpResponse<string | Blob>
type Resolver = (info: { readonly request: Request; readonly answer: Answering }) => Response

/** What makes the handlers of one operation at a base URL. */
export function handlerMaker(operation: MockedOperation, baseUrl: string) {
  const answer: Answering = (status, wishes) => responseOf(operation, status, wishes)
  const make = (status: Status, options: AnyOptions = {}): HttpHandler => {
    // A wrong status or example is told where the handler is made, not where a call fails.
    answer(status, options)
    const resolver = () => later(answer, status, options)
    return new OperationHandler(operation, baseUrl, resolver, once(options), options.params)
  }
  const resolve = (resolver: Resolver, options?: RequestHandlerOptions): HttpHandler =>
    new OperationHandler(operation, baseUrl, (info) => resolver({ ...info, answer }), options)
  return Object.assign(make, { resolve })
}

async function later(answer: Answering, status: Status, options: AnyOptions): Promise<Response> {
  if (options.delay !== undefined) await delay(options.delay)
  return answer(status, options)
}

function once({ once = false }: AnyOptions): RequestHandlerOptions {
  return { once }
}
