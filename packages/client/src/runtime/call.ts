import { isUserApiError } from '../errors/guards.ts'
import type { AnyError } from '../types/error-of.ts'
import { type Answered, attempt } from './attempt.ts'
import type { CallOptions } from './call-options.ts'
import type { Connection } from './connection.ts'
import type { OperationFacts } from './facts.ts'
import { tell } from './hooks.ts'
import { limited } from './limit.ts'
import { isStream, type Members, type RequestParts, requestParts } from './request.ts'
import { delayAfter, isIdempotent, isPassing } from './retry.ts'
import { begin, limitOf, type Run } from './run.ts'

/** Calls an operation: as often as it takes and as is allowed, and reads the answer as the document says. */
export async function call(
  connection: Connection,
  facts: OperationFacts,
  input: Members = {},
  options: CallOptions = {},
): Promise<Answered> {
  const run = begin(connection, facts, options)
  try {
    return await untilDone(run, requestParts(run, input))
  } catch (error) {
    if (isUserApiError(error))
      tell(run.connection.hooks.onError, { ...run.event, error, duration: Date.now() - run.began })
    throw error
  }
}

async function untilDone(run: Run, parts: RequestParts): Promise<Answered> {
  let retries = 0
  let mayRenew = true
  run.event = { ...run.event, url: parts.url }
  for (;;) {
    try {
      return await limited(run.event, limitOf(run, run.timeout), (signal) => attempt(run, parts, signal))
    } catch (error) {
      // A stream cannot be sent twice.
      if (!isUserApiError(error) || isStream(parts.body)) throw error
      if (mayRenew && (await hasNewToken(run, error))) mayRenew = false
      else await beforeRetry(run, error, retries++)
      run.event = { ...run.event, attempt: run.event.attempt + 1 }
    }
  }
}

/** Whether a 401 is worth another attempt, because there is another token now. Why there is none becomes the cause of the 401. */
async function hasNewToken(run: Run, error: AnyError): Promise<boolean> {
  const { token } = run
  const { renew } = run.connection.credentials
  if (error.status !== 401 || !renew || !token) return false
  const renewal = () =>
    renew(token).then(
      () => true,
      (cause: unknown) => {
        error.cause = cause
        return false
      },
    )
  return limited(run.event, limitOf(run), renewal)
}

/** Waits as long as it takes for another attempt to make sense; throws the error where none does, or not in time. */
async function beforeRetry(run: Run, error: AnyError, retries: number): Promise<void> {
  const { retry, facts, event, deadline, options } = run
  if (!retry || retries >= (retry.retries ?? 2) || !isPassing(error) || !isIdempotent(facts)) throw error
  const delay = delayAfter(error, retries, retry)
  if (Date.now() + delay >= deadline) throw error
  tell(run.connection.hooks.onRetry, { ...event, error, delay })
  // The deadline is further away than the next attempt: only the caller can end the pause.
  const pause = { caller: options.signal, milliseconds: delay, late: async () => {} }
  await limited<void>(event, pause, () => new Promise(() => {}))
}
