import { AbortedError, type Attempt, type UserApiError } from '../errors/index.ts'

/** What ends a piece of work that takes too long. */
export interface Limit {
  readonly caller: AbortSignal | undefined
  readonly milliseconds: number
  /** What it rejects with when the time is over. */
  readonly late: () => UserApiError
}

/** What a timer can count; a longer time would fire at once. */
const longestTimer = 2 ** 31 - 1

/**
 * Does work that ends with the caller's signal or when its time is over, whether or not it looks at the signal that it is given.
 * Nothing begins when the caller's signal has fired already.
 */
export function limited<Result>(
  attempt: Attempt<string>,
  { caller, milliseconds, late }: Limit,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController()
  return new Promise<Result>((resolve, reject) => {
    const end = (error: UserApiError) => {
      stop()
      reject(error)
      controller.abort()
    }
    const onAbort = () => end(new AbortedError('aborted', attempt, { cause: caller?.reason }))
    const timer = setTimeout(() => end(late()), Math.min(milliseconds, longestTimer))
    const stop = () => {
      clearTimeout(timer)
      caller?.removeEventListener('abort', onAbort)
    }
    if (caller?.aborted) return onAbort()
    caller?.addEventListener('abort', onAbort)
    work(controller.signal).finally(stop).then(resolve, reject)
  })
}

/** Resolves after a while, and leaves no timer behind when the signal fires. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => clearTimeout(timer))
  })
}
