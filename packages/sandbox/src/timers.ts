/**
 * The functions of the platform that let time pass, as they are before a test replaces them: fake timers (of Vitest, Jest, Sinon) never
 * run what a request waits for. No other module names one of them.
 */

// Under Jest, `globalThis` belongs to the test, and may hold fakes before anything is imported; this module does not.
const timers = globalThis.process?.getBuiltinModule?.('node:timers') ?? globalThis
const { setTimeout, clearTimeout, setInterval, clearInterval } = timers
const setImmediate: ((run: () => void) => unknown) | undefined = timers.setImmediate
const now = performance.now.bind(performance)

/** Fake timers carry their clock, and mock functions of Jest a mark. */
function isFake(timer: object): boolean {
  return 'clock' in timer || '_isMockFunction' in timer
}

/** After what has come over the network meanwhile was read, where the platform can tell; else at once. */
export function soon(): Promise<void> {
  if (setImmediate === undefined || isFake(setImmediate)) return Promise.resolve()
  return new Promise((resolve) => void setImmediate(() => resolve()))
}

/** Milliseconds since some moment, by a clock that nobody sets. */
export function monotonicNow(): number {
  return now()
}

/** Resolves later. */
export function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds))
}

/** Calls a function later, unless the process ends before. Returns how to take it back. */
export function later(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds)
  // In a page it is a number, and keeps nothing alive.
  if (typeof timer === 'object') timer.unref()
  return () => clearTimeout(timer)
}

/** Calls a function again and again, until what it returns is called. */
export function repeatedly(milliseconds: number, run: () => void): () => void {
  const timer = setInterval(run, milliseconds)
  return () => clearInterval(timer)
}
