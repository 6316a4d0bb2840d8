import type { Impact } from '../changes/reason.ts'

/** One release in `changes.json`. */
export interface Release {
  /** None for what is not released yet. */
  readonly version?: string
  /** The day of the release, such as `2026-11-30`. */
  readonly date?: string
  /** The operations that callers can call since this release, and those that they no longer can. */
  readonly operations: { readonly added: readonly string[]; readonly removed: readonly string[] }
  /** What is worth telling, the greatest changes first. */
  readonly changes: readonly Change[]
}

/** One entry of a changelog. */
export interface Change {
  readonly level: Impact
  /** The packages that it is about, without their scope. */
  readonly packages: readonly string[]
  /** Markdown. */
  readonly text: string
  /** The operations that the text names. */
  readonly operations: readonly string[]
}
