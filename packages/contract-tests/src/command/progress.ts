import type { FinishedCheck } from '../findings/outcome.ts'

/** Where progress is shown: standard error. */
export interface ProgressStream {
  readonly isTTY?: boolean
  /** How many characters fit a line. */
  readonly columns?: number
  write(text: string): unknown
}

/** Says how far the run is, once it has taken a second. On a capable terminal in one line that is written over. */
export function createProgress(
  stream: ProgressStream,
  { clock, isCapable }: { readonly clock: () => number; readonly isCapable: boolean },
) {
  const startedAt = clock()
  let shownAt = startedAt
  let isShown = false
  return {
    show({ done, total, operation }: FinishedCheck): void {
      const now = clock()
      const interval = isCapable ? 100 : 5_000
      if (now - startedAt < 1_000 || now - shownAt < interval) return
      shownAt = now
      isShown = true
      const line = `${done} of ${total} checks, ${operation}`
      stream.write(isCapable ? `\r\u001B[2K${cut(line, stream.columns)}` : `${line}\n`)
    },
    /** Removes the line from a terminal, so that the report begins where it stood. */
    clear(): void {
      if (isShown && isCapable) stream.write('\r\u001B[2K')
      isShown = false
    },
  }
}

/** A line that is broken by the terminal could not be written over. */
function cut(line: string, columns = 80): string {
  return line.length < columns ? line : `${line.slice(0, Math.max(columns - 2, 0))}…`
}
