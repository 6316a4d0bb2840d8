import { type BodyChange, replacing } from './change.ts'

/** The most bytes that a body may have: 1 MiB. The document says so where it describes 413. */
export const largestBody = 1024 * 1024

/** The body with a further member that makes its JSON as many bytes long. */
export function paddedTo(bytes: number): BodyChange {
  return (body) => {
    const empty = JSON.stringify(replacing('padding', '')(body))
    const { length } = new TextEncoder().encode(empty)
    return replacing('padding', 'x'.repeat(bytes - length))(body)
  }
}
