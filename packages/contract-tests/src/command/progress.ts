import type { FinishedCheck } from '../findings/outcome.ts'

/** Where progress is shown: standard error. */
export interface ProgressStream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** Says how far the run is, once it has taken a second. On a terminal in one line that is written over. */
export function createProgress(stream: ProgressStream, clock: () => number) {
  const startedAt = clock()
  let shownAt = startedAt
  let isShown = false
  return {
    show({ done, total, operation }: FinishedCheck): void {
      const now = clock()
      const interval = stream.isTTY ? 100 : 5_000
      if (now - startedAt < 1_000 || now - shownAt < interval) return
      shownAt = now
      isShown = true
      const line = `${done} of ${total} checks, ${operation}`
      stream.write(stream.isTTY ? `\r\u001B[2K${line}` : `${line}\n`)
    },
    /** Removes the line from a terminal, so that the report begins where it stood. */
    clear(): void {
      if (isShown && stream.isTTY) stream.write('\r\u001B[2K')
    },
  }
}
