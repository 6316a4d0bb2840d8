import { freeBytes } from './file-system.ts'

/** Several segments of the write-ahead log, of 1 MB each. */
const bytesNeeded = 8_000_000

/**
 * PostgreSQL ends and begins anew when its log cannot be written, which PGlite cannot: it would try for ever. So the log is never
 * begun where there may be no room for it.
 *
 * @throws Error with the system's code for a full disk.
 */
export function refuseFullDisk(directory: string): void {
  const free = freeBytes(directory)
  if (free >= bytesNeeded) return
  const message = `the disk of ${directory} has ${megabytes(free)} left, and ${megabytes(bytesNeeded)} are needed`
  throw Object.assign(new Error(message), { code: 'ENOSPC' })
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
