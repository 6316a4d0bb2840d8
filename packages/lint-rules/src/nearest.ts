import { closestMatch } from 'leven'

/** The known name that a wrong one was probably meant to be; none where all of them are far. */
export const nearest = (name: string, known: readonly string[]): string | undefined => {
  const folded = new Map(known.map((each) => [each.toLowerCase(), each]))
  const maxDistance = Math.max(2, Math.floor(name.length / 3))
  const match = closestMatch(name.toLowerCase(), [...folded.keys()], { maxDistance })
  // A name of two letters is two changes away from every other one.
  return match !== undefined && match.length > 2 ? folded.get(match) : undefined
}
