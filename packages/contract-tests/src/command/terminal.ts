import type { Environment } from './command-line.ts'
import type { ProgressStream } from './progress.ts'
import type { Stoppable } from './stop-signals.ts'

/** The edge that a command needs: where it writes, and what time it is. */
export interface Terminal {
  readonly out: { readonly isTTY?: boolean; write(text: string): unknown }
  readonly err: ProgressStream
  readonly environment: Environment
  readonly clock: () => number
  readonly signal: AbortSignal
  /** Hears of what a signal would stop. */
  readonly watch?: (work: Stoppable) => void
}
