import recorded from '@windmill-user-api/openapi/changes.json' with { type: 'json' }

/** How much of `changes.json` is shown here: the releases, the newest first. */
export interface Release {
  /** None for what is not released yet. */
  readonly version?: string
  readonly date?: string
  readonly operations: { readonly added: readonly string[]; readonly removed: readonly string[] }
  readonly changes: readonly Change[]
}

interface Change {
  readonly packages: readonly string[]
  readonly text: string
}

export const releases: readonly Release[] = recorded.releases

/** The version that first had an operation; none where no release has it yet. It counts anew after it was removed. */
export function sinceWhen(operation: string, among = releases): string | undefined {
  return among.find(({ operations }) => operations.added.includes(operation))?.version
}
