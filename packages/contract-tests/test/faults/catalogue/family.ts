import type { Fault, Group } from '../fault.ts'

/** Faults of one kind on all the operations, members, statuses that it may concern. A sample takes some of them. */
export interface Family {
  readonly group: Group
  /** What they have in common: `a required member is missing`. */
  readonly kind: string
  /** How many a sample takes. */
  readonly take: number
  readonly faults: readonly Fault[]
}

/** A fault but for what its family says. */
export type Member = Omit<Fault, 'group'>

/** A family of faults made from the document. */
export function family(group: Group, kind: string, take: number, members: readonly Member[]): Family {
  return { group, kind, take, faults: members.map((member) => ({ ...member, group })) }
}

/** Faults made by hand: a sample takes all. */
export function byHand(group: Group, members: readonly Member[]): Family {
  return family(group, 'by hand', members.length, members)
}
