/** What goes on while signals are listened for, and what to say when it is stopped. */
export interface Stoppable {
  /** What the first signal leads to, in a sentence. */
  onFirst(): string
  /** What ending at once leaves, in a sentence. */
  onSecond(): string
}

/** The part of a process that signals come from. */
export interface SignalSource {
  on(signal: StopSignal, listener: () => void): unknown
}

type StopSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP'

/** 128 and the number of the signal, as shells have it. */
const exitStatuses = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** What signals have said up to now. */
export interface StopSignals {
  /** Aborted by the first one. */
  readonly signal: AbortSignal
  /** The exit status that the first one asks for; undefined if there was none. */
  exitStatus(): number | undefined
  /** From now on this is what is stopped. */
  watch(work: Stoppable): void
}

interface StopSignalsOptions {
  readonly write: (text: string) => void
  /** Ends the process. */
  readonly exit: (status: number) => void
  readonly clock: () => number
  /**
   * For how many milliseconds the same signal again is the same key press: a package manager passes on what its terminal has sent to
   * the command already.
   */
  readonly echo: number
}

/** Listens: the first signal lets the work end in order, a second one ends the process at once. */
export function listenForStop(
  source: SignalSource,
  { write, exit, clock, echo }: StopSignalsOptions,
): StopSignals {
  const stop = new AbortController()
  let first: { readonly name: StopSignal; readonly at: number } | undefined
  let work: Stoppable = { onFirst: () => 'Stopping. Nothing was made yet.', onSecond: () => 'Ended at once.' }

  function receive(name: StopSignal): void {
    if (!first) {
      first = { name, at: clock() }
      write(`windmill-user-contract: ${name}: ${work.onFirst()} Send it again to end at once.\n`)
      stop.abort()
      return
    }
    // A terminal that closes sends more than one.
    const isEcho = name === 'SIGHUP' || (name === first.name && clock() - first.at < echo)
    if (isEcho) return
    write(`windmill-user-contract: ${name}: ${work.onSecond()}\n`)
    exit(exitStatuses[name])
  }

  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) source.on(name, () => receive(name))
  return {
    signal: stop.signal,
    exitStatus: () => first && exitStatuses[first.name],
    watch: (next) => {
      work = next
    },
  }
}
