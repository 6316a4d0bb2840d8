import { isUserApiError } from '../errors/guards.ts'
import { TimeoutError } from '../errors/index.ts'
import type { AnyError } from '../generated/any-error.ts'
import { type Answered, attempt } from './attempt.ts'
import type { Connection } from './connection.ts'
import type { OperationFacts } from './facts.ts'
import { given } from './given.ts'
import { tell } from './hooks.ts'
import { limited, timeLeft } from './limit.ts'
import { type MakeRequest, requestOf } from './request.ts'
import { delayBefore } from './retry.ts'
import { begin, type Run } from './run.ts'

/** Calls an operation: as often as it takes and as is allowed, and reads the answer as the document says. */
export async function call(
  connection: Connection,
  facts: OperationFacts,
  input: unknown,
  options: unknown,
): Promise<Answered> {
  const run = begin(connection, facts, options)
  try {
    return await untilDone(run, requestOf(run, given(input)))
  } catch (error) {
    if (isUserApiError(error)) {
      // Only here, where the call is resumed, does the engine know who awaits it. Before the call it would cost more than the call.
      // V8 has it, and others since 2025.
      ;(Error as { captureStackTrace?: (error: object) => void }).captureStackTrace?.(error)
      tell(run.hooks.onError, { ...run.event, error, duration: Date.now() - run.began })
    }
    throw error
  }
}

async function untilDone(run: Run, request: MakeRequest): Promise<Answered> {
  let mayRenew = true
  for (let retries = 0; ; ) {
    try {
      return await limited(
        run,
        run.timeout,
        (signal) => attempt(run, request, signal),
        () => new TimeoutError(`no answer within ${run.timeout} ms`, run.event),
      )
    } catch (error) {
      // A stream cannot be sent twice.
      if (!isUserApiError(error) || run.isStream) throw error
      if (mayRenew && error.status === 401 && run.token && run.tokens?.renew) {
        mayRenew = false
        await run.tokens.renew(run, error)
      } else await pauseAfter(run, error, retries++)
      run.event = { ...run.event, attempt: run.event.attempt + 1 }
    }
  }
}

/** Waits as long as it takes for another attempt to make sense; throws the error where none does, or not in time. */
async function pauseAfter(run: Run, error: AnyError, retries: number): Promise<void> {
  const delay = delayBefore(run, error, retries)
  if (delay >= timeLeft(run)) throw error
  tell(run.hooks.onRetry, { ...run.event, error, delay })
  // The deadline is further away than the next attempt: only the caller can end the pause.
  await limited(run, delay, () => new Promise(() => {}))
}
