/** What runs at this moment, so that it may end before what it needs is taken away. */
export interface RunningWork {
  /** Whether `finish` was called, after which nothing is to begin. */
  readonly isOver: boolean
  /** Begins a piece of work, and forgets it when it ends. */
  run<Result>(begin: () => Promise<Result>): Promise<Result>
  /** Waits until all has ended, then calls `last`, once: a second call waits for the first. */
  finish(last: () => Promise<void>): Promise<void>
}

/** Nothing runs yet. */
export function trackWork(): RunningWork {
  const running = new Set<Promise<unknown>>()
  let finished: Promise<void> | undefined
  return {
    get isOver() {
      return finished !== undefined
    },
    run: (begin) => {
      const work = begin()
      running.add(work)
      const forget = () => void running.delete(work)
      work.then(forget, forget)
      return work
    },
    finish: (last) => {
      finished ??= Promise.allSettled(running).then(last)
      return finished
    },
  }
}
