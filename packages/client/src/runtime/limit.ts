import { AbortedError, type Attempt, DeadlineError, type TimeoutError } from '../errors/index.ts'

/** A call, as far as it can be cut short. */
export interface LimitedCall {
  readonly event: Attempt<string>
  readonly signal?: AbortSignal | undefined
  /** Milliseconds for all of it, from when it began. */
  readonly deadline: number
  readonly began: number
}

/** What ends the calls that wait for a signal. One listener serves them all: with one each, the eleventh is reported as a leak. */
const waiting = /* @__PURE__ */ new WeakMap<object, Set<() => void>>()

function endAll({ target }: Event): void {
  for (const end of waiting.get(target as AbortSignal) ?? []) end()
}

/** Calls a function when the signal fires. What comes back ends that. */
export function listen(signal: AbortSignal, end: () => void): () => void {
  const calls = waiting.get(signal) ?? new Set()
  waiting.set(signal, calls.add(end))
  // The same listener is not added twice.
  signal.addEventListener('abort', endAll)
  return () => {
    calls.delete(end)
    if (!calls.size) signal.removeEventListener('abort', endAll)
  }
}

/** Milliseconds until the deadline of a call. */
export function timeLeft({ deadline, began }: LimitedCall): number {
  return began + deadline - Date.now()
}

/**
 * Does work that ends with the caller's signal, when its time is over, or at the deadline of the call, whether or not it looks at the
 * signal that it is given. Nothing begins when the caller's signal has fired already. When its own time is over, it rejects with a `Late`;
 * without one, it resolves to nothing.
 */
export function limited<Result>(
  call: LimitedCall,
  timeout: number,
  work: (signal: AbortSignal) => Promise<Result>,
  Late: typeof TimeoutError,
): Promise<Result>
/** The same, where being late is no failure. */
export function limited<Result>(
  call: LimitedCall,
  timeout: number,
  work: () => Promise<Result>,
): Promise<Result | undefined>
/** Either. */
export function limited<Result>(
  call: LimitedCall,
  timeout: number,
  work: (signal: AbortSignal) => Promise<Result>,
  Late?: typeof TimeoutError,
): Promise<Result | undefined> {
  const { event, signal, deadline } = call
  const controller = new AbortController()
  const left = timeLeft(call)
  return new Promise<Result | undefined>((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopListening: (() => void) | undefined
    const ending =
      <Outcome>(end: (outcome: Outcome) => void) =>
      (outcome: Outcome) => {
        clearTimeout(timer)
        stopListening?.()
        end(outcome)
      }
    const cut = (error?: Error) => {
      ending(error ? reject : resolve)(error as never)
      controller.abort()
    }
    const onAbort = () => cut(new AbortedError('aborted', event, { cause: signal?.reason }))
    if (signal?.aborted) return onAbort()
    stopListening = signal && listen(signal, onAbort)
    // A timer cannot count much further: it would fire at once. Node warns of one that counts back.
    timer = setTimeout(
      () =>
        cut(
          timeout < left
            ? Late && new Late(`no answer within ${timeout} ms`, event)
            : new DeadlineError(`no answer within ${deadline} ms`, event),
        ),
      Math.max(0, Math.min(timeout, left, 2_000_000_000)),
    )
    work(controller.signal).then(ending(resolve), ending(reject))
  })
}
