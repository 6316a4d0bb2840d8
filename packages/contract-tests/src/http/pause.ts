import { setTimeout } from 'node:timers/promises'

/** Waits for so many milliseconds, or until the signal is aborted. */
export type Wait = (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>

/** Waits on the clock of the machine. */
export const pause: Wait = async (milliseconds, signal) => {
  try {
    await setTimeout(milliseconds, undefined, signal && { signal })
  } catch (error) {
    if (!signal?.aborted) throw error
  }
}
