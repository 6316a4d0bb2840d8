import type { OperationDescription } from '../document/operation.ts'
import type { Tally } from '../http/recorder.ts'
import { type CallerRole, roles } from '../http/token-book.ts'

/** What a run has exercised of the document. */
export interface Coverage {
  readonly operations: readonly OperationCoverage[]
  /** How many pairs of operation and status the document has. */
  readonly documented: number
  /** How many of them were returned at least once. */
  readonly exercised: number
}

/** The statuses of one operation. */
export interface OperationCoverage {
  readonly operation: string
  /** Documented ones and others that were returned, in ascending order. */
  readonly statuses: readonly StatusCoverage[]
}

/** How often an operation returned one status, and to which callers. */
export interface StatusCoverage {
  readonly status: string
  readonly documented: boolean
  /** CallerRole → number of responses. Empty: it was not returned. */
  readonly roles: { readonly [Name in CallerRole]?: number }
  /** Why a documented status was not returned. */
  readonly reason?: string
}

/** Why documented statuses were not returned. */
export interface MissingReasons {
  /** Operation → status → reason. */
  readonly reasons: { readonly [operation: string]: Readonly<Record<string, string>> | undefined }
  /** The reason of all others. */
  readonly otherwise: string
}

/** Compares the returned statuses with the documented ones. */
export function createCoverage(
  operations: readonly OperationDescription[],
  tallies: readonly Tally[],
  { reasons, otherwise }: MissingReasons,
): Coverage {
  const covered = operations.map((operation) =>
    coverOperation(operation, tallies, (status) => reasons[operation.id]?.[status] ?? otherwise),
  )
  const documented = covered.flatMap(({ statuses }) => statuses.filter((status) => status.documented))
  return {
    operations: covered,
    documented: documented.length,
    exercised: documented.filter(isExercised).length,
  }
}

/** Whether a status was returned at least once. */
export function isExercised({ roles: counts }: StatusCoverage): boolean {
  return Object.keys(counts).length > 0
}

function coverOperation(
  { id, method, statuses }: OperationDescription,
  tallies: readonly Tally[],
  reasonOf: (status: string) => string,
): OperationCoverage {
  const own = tallies.filter((tally) => tally.operation === id && tally.method === method)
  const all = new Set([...statuses, ...own.map(({ status }) => String(status))])
  return {
    operation: id,
    statuses: [...all].sort().map((status) => {
      const counts = countRoles(own.filter((tally) => String(tally.status) === status))
      const documented = statuses.includes(status)
      const isMissing = documented && Object.keys(counts).length === 0
      return { status, documented, roles: counts, ...(isMissing && { reason: reasonOf(status) }) }
    }),
  }
}

function countRoles(tallies: readonly Tally[]): { readonly [Name in CallerRole]?: number } {
  const counts = roles.map(
    (role) => [role, tallies.find((tally) => tally.role === role)?.count ?? 0] as const,
  )
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}
