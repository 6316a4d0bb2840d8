import { createHash } from 'node:crypto'
import type { Fault } from '../fault.ts'
import type { Family } from './family.ts'

/** Takes some of each family: the same ones for the same seed. */
export function sample(families: readonly Family[], seed: number): readonly Fault[] {
  return families.flatMap(({ faults, kind, take }) =>
    faults
      .map((fault) => ({ fault, rank: rankOf(`${seed} ${kind} ${fault.operation} ${fault.what}`) }))
      .sort((one, other) => one.rank.localeCompare(other.rank))
      .slice(0, take)
      .map(({ fault }) => fault),
  )
}

function rankOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
