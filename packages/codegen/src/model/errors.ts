/** A document that the generators cannot work with. The message names the place and shows a right example. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
  /** Where in the document, as a JSON Pointer (RFC 6901). */
  readonly pointer: string

  constructor(pointer: string, problem: string) {
    super(`${pointer}: ${problem}`)
    this.pointer = pointer
  }
}

/** A JSON Pointer to a place below the document's root, with `~` and `/` escaped. */
export function pointerTo(...segments: readonly string[]): string {
  const escaped = segments.map((segment) => segment.replaceAll('~', '~0').replaceAll('/', '~1'))
  return `#/${escaped.join('/')}`
}
