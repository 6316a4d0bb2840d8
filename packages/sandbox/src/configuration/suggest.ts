/** ` Did you mean demo?` where one of the names is nearly the one that came, else which names there are. */
export function suggest(came: string, names: readonly string[]): string {
  const distances = names.map((name) => ({ name, distance: distanceOf(plain(came), plain(name)) }))
  const [nearest] = distances.sort((first, second) => first.distance - second.distance)
  if (!nearest) return ''
  const isNear = nearest.distance <= Math.max(1, Math.floor(nearest.name.length / 3))
  if (isNear) return ` Did you mean ${nearest.name}?`
  return names.length <= mostToList ? ` Expected one of ${names.join(', ')}.` : ''
}

const mostToList = 12

/** Without what people write in one way or the other: `super_admin`, `superAdmin`. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[_-]/g, '')
}

/** How many characters have to be changed, added or taken away (Levenshtein). */
function distanceOf(first: string, second: string): number {
  let row = Array.from({ length: second.length + 1 }, (_, index) => index)
  for (const [line, character] of [...first].entries()) {
    const next = [line + 1]
    for (let column = 1; column <= second.length; column += 1) {
      const change = (row[column - 1] ?? 0) + (character === second[column - 1] ? 0 : 1)
      next.push(Math.min(change, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
