/** A text that takes the place of what stands between two offsets. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A text after edits that do not overlap, in one pass: a page of a large document has thousands. Of two at one place, the later one stands first. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end, text: by } of edits
    .toReversed()
    .toSorted((one, other) => one.start - other.start)) {
    parts.push(text.slice(from, start), by)
    from = end
  }
  return [...parts, text.slice(from)].join('')
}
