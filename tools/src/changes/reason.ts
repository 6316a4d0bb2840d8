/** What a change is to those who use the version before, from the least to the most. As if that version were 1.0 or newer. */
export const impacts = ['patch', 'minor', 'major'] as const

export type Impact = (typeof impacts)[number]

/** One change, and what it is to users. */
export interface Reason {
  readonly impact: Impact
  /** The published package that has it, without its scope. */
  readonly package: string
  /** What changed, in a few words. */
  readonly what: string
  /** The file, with the line where it has one. */
  readonly place: string
  /** A neighbour of the same release may call it, so it needs a line of its own: docs/decisions/0020-one-line-works-together.md. */
  readonly isNeededByNeighbours?: boolean
}

export function worst(some: readonly Impact[]): Impact | undefined {
  return impacts.findLast((impact) => some.includes(impact))
}
