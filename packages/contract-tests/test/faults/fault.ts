import type { Serve } from './proxy/server.ts'

/** What a fault is about. */
export const groups = [
  'shape',
  'status',
  'headers',
  'authentication',
  'authorization',
  'input',
  'state',
  'paging',
  'tokens',
  'disclosure',
  'robustness',
] as const

/** One of the groups. */
export type Group = (typeof groups)[number]

/** Something that a server does wrong, planted between the suite and a correct server. */
export interface Fault {
  readonly group: Group
  /** The operation that does it. */
  readonly operation: string
  /** What it does: `leaves out email`. */
  readonly what: string
  /** What a failure has to mention: the member, the status, the header. */
  readonly mentions?: RegExp
  /** Other operations by whose name the fault may rightly be told: what is written by one is shown by another. */
  readonly also?: readonly string[]
  /** Whether it serves the calls of all operations, and not only those of its own. */
  readonly everywhere?: boolean
  /** Why nobody can see it from outside, where that is so. */
  readonly invisible?: string
  /** Begins a server with this fault: what it remembers belongs to one run. */
  plant(): Serve
}

/** What a server may do otherwise without breaking the contract. */
export interface Difference {
  readonly what: string
  plant(): Serve
}

/** What a fault is called: `shape: whoami leaves out email`. */
export function nameOf({ group, operation, what }: Pick<Fault, 'group' | 'operation' | 'what'>): string {
  return `${group}: ${operation} ${what}`
}
