/** What a careful person asks for, as if the version were 1.0 or newer. */
export type Level = 'none' | 'patch' | 'minor' | 'major'

/** A change, with the level that it needs and why. */
export interface Judged {
  readonly name: string
  readonly level: Level
  readonly why: string
}
