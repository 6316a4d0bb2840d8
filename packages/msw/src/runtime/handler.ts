import { type DelayMode, delay, type HttpHandler, type HttpResponse, type RequestHandlerOptions } from 'msw'
import type { MockedOperation } from './answer.ts'
import { OperationHandler } from './operation-handler.ts'
import { type PathValues, pathValues } from './path-values.ts'
import { refusal, refuseUnknown } from './refusal.ts'
import { answerOf, responseOf, type Wishes, wishesOf } from './response.ts'

/** What a handler may be asked, before its types are looked at. */
export interface AnyOptions extends Wishes {
  readonly params?: PathValues | undefined
  readonly delay?: number | DelayMode | undefined
  readonly once?: boolean | undefined
}

type Status = number | string
type Answering = (status: Status, wishes?: Wishes) => HttpResponse<string | Blob>
type Resolver = (info: { readonly request: Request; readonly answer: Answering }) => Response

/** What makes the handlers of one operation at a base URL. What cannot be used is told where the handler is made, not where a call fails. */
export function handlerMaker(operation: MockedOperation, baseUrl: string) {
  const { id } = operation
  const answer: Answering = (status, wishes) => responseOf(operation, status, wishes)
  const make = (status: Status, options: AnyOptions = {}): HttpHandler => {
    const names = [...wishesOf(status, answerOf(operation, status)), 'params', 'delay', 'once']
    refuseUnknown(`handlers.${id}(${status})`, options, names, '{ once: true }')
    const { params, delay: wait, once, ...wishes } = options
    answer(status, wishes)
    refuseWrongDelay(id, wait)
    const resolver = async () => {
      if (wait !== undefined) await delay(wait)
      return answer(status, wishes)
    }
    return new OperationHandler(operation, baseUrl, resolver, onceOf(id, once), pathValues(operation, params))
  }
  const resolve = (resolver: Resolver, options: RequestHandlerOptions = {}): HttpHandler => {
    const example = `handlers.${id}.resolve(({ answer }) => answer(${Object.keys(operation.answers)[0]}))`
    if (typeof resolver !== 'function')
      throw refusal(`the resolver of ${id}`, resolver, `a function, such as ${example}`)
    refuseUnknown(`handlers.${id}.resolve`, options, ['once'], '{ once: true }')
    const once = onceOf(id, options.once)
    return new OperationHandler(operation, baseUrl, (info) => resolver({ ...info, answer }), once)
  }
  return Object.assign(make, { resolve })
}

/** The longest that a timer can wait; one that waits longer does not wait at all. */
const longest = 2 ** 31 - 1

function refuseWrongDelay(id: string, wait: unknown): void {
  const isTime = typeof wait === 'number' && wait >= 0 && wait <= longest
  if (isTime || wait === undefined || wait === 'real' || wait === 'infinite') return
  throw refusal(
    `the delay of ${id}`,
    wait,
    `'real', 'infinite' or milliseconds up to ${longest}, such as { delay: 300 }`,
  )
}

function onceOf(id: string, once: unknown = false): RequestHandlerOptions {
  if (typeof once === 'boolean') return { once }
  throw refusal(`once of ${id}`, once, 'true or false, such as { once: true }')
}
