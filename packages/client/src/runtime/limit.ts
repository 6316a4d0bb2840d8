import { AbortedError, type Attempt } from '../errors/index.ts'

/** What ends a piece of work that takes too long. */
export interface Limit<Result> {
  readonly caller: AbortSignal | undefined
  readonly milliseconds: number
  /** What comes instead when the time is over. */
  readonly late: () => Promise<Result>
}

/** What a timer can count; a longer time would fire at once. */
const longestTimer = 2 ** 31 - 1

/**
 * Does work that ends with the caller's signal or when its time is over, whether or not it looks at the signal that it is given.
 * Nothing begins when the caller's signal has fired already.
 */
export function limited<Result>(
  attempt: Attempt<string>,
  { caller, milliseconds, late }: Limit<Result>,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController()
  return new Promise<Result>((resolve, reject) => {
    const ended =
      <Outcome>(settle: (outcome: Outcome) => void) =>
      (outcome: Outcome) => {
        clearTimeout(timer)
        caller?.removeEventListener('abort', onAbort)
        settle(outcome)
      }
    const cut = ended((result: Promise<Result>) => {
      resolve(result)
      controller.abort()
    })
    const onAbort = () => cut(Promise.reject(new AbortedError('aborted', attempt, { cause: caller?.reason })))
    const timer = setTimeout(() => cut(late()), Math.min(milliseconds, longestTimer))
    if (caller?.aborted) return onAbort()
    caller?.addEventListener('abort', onAbort)
    work(controller.signal).then(ended(resolve), ended(reject))
  })
}
