/** A text that takes the place of what stands between two offsets. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}
