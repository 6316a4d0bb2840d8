import parseChangeset from '@changesets/parse'
import { impacts, worst } from '../changes/reason.ts'
import type { Change, Release } from './release.ts'

/** What a release is made of. */
export interface ReleaseSources {
  /** The text of each changeset. */
  readonly notes: readonly string[]
  /** Each `operationId` that is published, in the order of the document. */
  readonly operations: readonly string[]
  /** The releases before, the newest first. */
  readonly before: readonly Release[]
}

/** The entry of the next release, which has no version yet. */
export function describeRelease({ notes, operations, before }: ReleaseSources): Release {
  const known = operationsAfter(before)
  const added = operations.filter((id) => !known.includes(id))
  const removed = known.filter((id) => !operations.includes(id))
  const named = [...operations, ...removed]
  const changes = notes.flatMap((note) => changesIn(note, named))
  return {
    operations: { added, removed },
    changes: changes.toSorted((one, other) => impacts.indexOf(other.level) - impacts.indexOf(one.level)),
  }
}

/** Whether there is anything to tell of a release. */
export function hasNews({ operations: { added, removed }, changes }: Release): boolean {
  return added.length + removed.length + changes.length > 0
}

/** The operations that the newest of these releases has. */
function operationsAfter(releases: readonly Release[]): readonly string[] {
  const known = new Set<string>()
  for (const { operations } of releases.toReversed()) {
    for (const id of operations.added) known.add(id)
    for (const id of operations.removed) known.delete(id)
  }
  return [...known]
}

function changesIn(note: string, operations: readonly string[]): readonly Change[] {
  const { summary, releases } = parseChangeset(note)
  const level = worst(impacts.filter((impact) => releases.some(({ type }) => type === impact)))
  if (level === undefined) return []
  const words = new Set([...summary.matchAll(/`(\w+)/g)].map(([, word = '']) => word))
  return [
    {
      level,
      packages: releases.map(({ name }) => name.replace(/^.*\//, '')),
      text: summary,
      operations: operations.filter((id) => words.has(id)),
    },
  ]
}
