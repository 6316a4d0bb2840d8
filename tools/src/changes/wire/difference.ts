/** A difference of two documents, as `redocly diff` reports it: how much of it is used here. */
export interface Difference {
  /** Where it is as callers see it, below the operation, with every `$ref` resolved. */
  readonly path: string
  /** What kind of part it is, such as `Schema`. */
  readonly typeName: string
  /** The keyword that changed, where not the whole part did. */
  readonly property?: string
  readonly kind: 'added' | 'removed' | 'modified'
  readonly impact: 'patch' | 'minor' | 'major'
  readonly base?: { readonly value?: unknown; readonly line: number }
  readonly revision?: { readonly value?: unknown; readonly line: number }
}
