import { aligned, type Place } from '@windmill-user-api/docs/server'
import type { Tarball } from '../packages/pack.ts'

export interface SummaryFacts {
  /** What is served where. */
  readonly places: readonly Place[]
  readonly tarballs: readonly Tarball[]
}

/** What is where: the last thing that `pnpm start` prints. */
export function summary({ places, tarballs }: SummaryFacts): string {
  const packages = tarballs.map(
    ({ name, version, size }): Place => [name, `${version}  ${kilobytes(size)} packed`],
  )
  return ['', ...aligned(places), '', ...aligned(packages), '', 'Ctrl-C ends it.', ''].join('\n')
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(7)} kB`
}
