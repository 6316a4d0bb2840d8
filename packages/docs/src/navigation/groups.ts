import type { OperationFacts } from './operations.ts'

interface Rule {
  readonly label: string
  readonly matches: (operation: OperationFacts) => boolean
}

export interface Group {
  readonly label: string
  readonly operations: readonly OperationFacts[]
}

/** Looked at from the first to the last; the first that matches takes the operation, and the last takes all that is left. */
const rules: readonly Rule[] = [
  { label: 'Sessions', matches: ({ path }) => /\/(?:login|logout)/.test(path) },
  { label: 'Super admin', matches: ({ role }) => role === 'super-admin' },
  { label: 'Tokens', matches: ({ path }) => path.includes('/tokens/') },
  { label: 'Invites', matches: ({ path }) => path.includes('invite') },
  { label: 'Members of a workspace', matches: ({ path }) => path.startsWith('/w/{workspace}/') },
  { label: 'Account', matches: () => true },
]

/** In which order a reader meets them: what everybody needs comes first. */
const order = ['Sessions', 'Account', 'Tokens', 'Invites', 'Members of a workspace', 'Super admin']

/** The operations as the navigation has them. Groups without any are left out. */
export function groupOperations(operations: readonly OperationFacts[]): readonly Group[] {
  const grouped = order.map((label) => ({
    label,
    operations: operations.filter((operation) => labelOf(operation) === label),
  }))
  return grouped.filter((group) => group.operations.length > 0)
}

function labelOf(operation: OperationFacts): string | undefined {
  return rules.find(({ matches }) => matches(operation))?.label
}
