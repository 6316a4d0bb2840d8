import parseChangeset from '@changesets/parse'
import { type Impact, impacts, worst } from './reason.ts'

/** The notes in `.changeset`, as file name → text. */
export type Notes = ReadonlyMap<string, string>

/** The highest level that notes claim which the base did not have; none where there are no such notes. */
export function claimedLevel(notes: Notes, before: Notes): Impact | undefined {
  const added = [...notes].filter(([file, text]) => before.get(file) !== text)
  return worst(added.flatMap(([, text]) => levelsIn(text)))
}

function levelsIn(text: string): readonly Impact[] {
  const { releases } = parseChangeset(text)
  return impacts.filter((impact) => releases.some(({ type }) => type === impact))
}
