/** One of the places where every operation stands under its name. */
export interface Place {
  /** Where a person looks, with `<id>` for the name. */
  readonly where: string
  /** The neighbours (`x-internal`) stand here too. */
  readonly internal: boolean
  /** What to do about one that is missing. */
  readonly remedy: string
  /** The names that are there, below the root of a checkout. */
  readonly find: (root: string) => string[]
}
