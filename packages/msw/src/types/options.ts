import type { DelayMode } from 'msw'
import type { Answer } from '../runtime/answer.ts'
import type { OperationId, ParamsOf } from './request.ts'

/** What may be asked of a documented answer. */
export type AnswerOptions<Known extends Answer, Status> = {
  /**
   * Which example of the document the body is, because one status may have several reasons. Default: the first one.
   *
   * @example
   * handlers.whois(404, { example: 'NotFoundWorkspace' })
   */
  readonly example?: keyof Known['examples'] | undefined
  /**
   * The body, or the members of a JSON object that differ from the example, so that a test says only what matters to it. Default: the
   * example.
   *
   * @example
   * handlers.whois(200, { body: { is_admin: true } })
   */
  readonly body?: Changes<Known['examples'][keyof Known['examples']]> | undefined
  /**
   * Headers besides those of the document, or in their place; `undefined` takes one away, because a real server may not send it. They may
   * be `Headers` or pairs, too.
   * Default: those of the document.
   *
   * @example
   * handlers.login(429, { headers: { 'Retry-After': '1' } })
   */
  readonly headers?:
    | HeaderChanges<keyof Known['headers']>
    | Headers
    | readonly (readonly [name: string, value: string])[]
    | undefined
} & (Status extends number ? unknown : SomeStatus)

/** For answers that the document gives for a class of statuses, `'4XX'`, or for all others, `'default'`. */
export interface SomeStatus {
  /**
   * Which one of them, because a class of statuses is none itself. Default: 400 for `'4XX'`, 500 for `'default'`.
   *
   * @example
   * const status: SomeStatus = { status: 409 }
   */
  readonly status?: number | undefined
}

type HeaderChanges<Name extends PropertyKey> = { readonly [Known in Name]?: string | undefined } & {
  readonly [name: string]: string | undefined
}

/** A JSON object may be given in part, anything else as a whole. */
type Changes<Body> = Body extends string | Blob | readonly unknown[]
  ? Body
  : Body extends object
    ? Partial<Body>
    : Body

/** What may be asked of a handler besides its answer. */
export interface HandlerOptions<Id extends OperationId> {
  /**
   * Only calls with these path values get the answer; others go on to the next handler, so that one name can be missing among many.
   * Default: all calls.
   *
   * @example
   * handlers.whois(404, { params: { username: 'nobody' } })
   */
  readonly params?: Partial<ParamsOf<Id>> | undefined
  /**
   * Milliseconds before the answer, `'real'` for what a server usually takes, `'infinite'` for no answer at all. Default: none, so that
   * tests are fast.
   *
   * @example
   * handlers.listUsers(200, { delay: 300 })
   */
  readonly delay?: number | DelayMode | undefined
  /**
   * Answers one call; later ones go on to the next handler, so that a test sees a failure pass. Default: false.
   *
   * @example
   * handlers.globalWhoami(401, { once: true })
   */
  readonly once?: boolean | undefined
}
