import type { OperationFacts } from './operations.ts'

export interface Group {
  readonly label: string
  readonly operations: readonly OperationFacts[]
}

/** The operations as the navigation has them: by their first tag, in the order of the document. */
export function groupOperations(operations: readonly OperationFacts[]): readonly Group[] {
  const labels = [...new Set(operations.map(labelOf))]
  return labels.map((label) => ({
    label,
    operations: operations.filter((operation) => labelOf(operation) === label),
  }))
}

function labelOf({ tags: [first = 'Operations'] }: OperationFacts): string {
  return first
}
