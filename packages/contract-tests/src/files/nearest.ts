/** What a wrong name was probably meant to be, as a sentence; all names where none is near. */
export function nearest(name: string, known: readonly string[]): string {
  const [best] = known
    .map((each) => ({ each, distance: distanceOf(name.toLowerCase(), each.toLowerCase()) }))
    .sort((one, other) => one.distance - other.distance)
  if (best && best.distance <= Math.max(2, name.length / 3) && best.distance < name.length)
    return `Did you mean "${best.each}"?`
  return `Expected one of ${known.join(', ')}.`
}

/** How many letters have to be added, removed or changed (Levenshtein). */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, letter] of Array.from(one).entries()) {
    const next = [index + 1]
    for (const [column, wanted] of Array.from(other).entries()) {
      const changed = (row[column] ?? 0) + (letter === wanted ? 0 : 1)
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
