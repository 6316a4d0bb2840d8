import { TimeoutError } from '../errors/index.ts'
import type { Answered } from './answer.ts'
import { attempt } from './attempt.ts'
import type { CallOptions } from './call-options.ts'
import { type Connection, defaults, type Settings } from './connection.ts'
import type { OperationFacts, Run } from './facts.ts'
import type { Members } from './given.ts'
import { isUserApiError } from './guards.ts'
import { limited, timeLeft } from './limit.ts'
import { notify } from './notify.ts'
import { optionsOf } from './options.ts'
import { requestOf } from './request.ts'
import { delayBefore } from './retry.ts'

/** Calls an operation. */
type Call = (facts: OperationFacts, input?: Members, options?: CallOptions) => Promise<Answered>

/** Makes the function that calls operations: as often as it takes and as is allowed. It reads an answer as the document says. */
export function callOf(options: unknown, connection: Connection): Call {
  const usual: Settings & Connection = { ...defaults, ...optionsOf(options), ...connection }
  return async (facts, input, ofCall) => {
    const event = { operation: facts.id, method: facts.method, url: facts.path, attempt: 1, call: {} }
    const run: Run = { ...usual, facts, event, began: Date.now() }
    let retries = 0
    try {
      // None of them can replace where the call goes, and as whom: those are no options.
      if (ofCall) Object.assign(run, optionsOf(ofCall, event))
      const request = requestOf(run, input)
      for (;;) {
        try {
          return await limited(run, run.timeout, (signal) => attempt(run, request, signal), TimeoutError)
        } catch (error) {
          if (!isUserApiError(error)) throw error
          const { renew } = run
          if (renew && run.token && Object(error).status === 401) {
            run.renew = undefined
            await renew(run, error)
          } else {
            const delay = delayBefore(run, error, retries++)
            if (!(delay < timeLeft(run))) throw error
            notify(run, 'onRetry', { error, delay })
            // The deadline is further away than the next attempt: only the caller can end the pause.
            await limited(run, delay, () => new Promise(() => {}))
          }
          event.attempt++
        }
      }
    } catch (error) {
      if (isUserApiError(error)) {
        // Only here, where the call is resumed, does the engine know who awaits it. Before the call it would cost more than the call.
        // V8 has it, and others since 2025.
        ;(Error as { captureStackTrace?: (error: object) => void }).captureStackTrace?.(error)
        notify(run, 'onError', { error, duration: Date.now() - run.began })
      }
      throw error
    }
  }
}
