/** Words that say nothing of what is meant. */
const empty = new Set(
  'a an and are as at be by can do does for from get how i if in is it its me my of on or that the this to was what when where which why with you your'.split(
    ' ',
  ),
)

/** The words of a text: `createToken` is that and its parts, and so is `per_page`. */
export function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}_]+/gu) ?? []).flatMap(withParts)
}

/** The words of what somebody searches, without those that say nothing, unless it has no others. */
export function wordsOfQuery(query: string): string[] {
  const words = query.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []
  const telling = words.filter((word) => !empty.has(word))
  return [...new Set(telling.length === 0 ? words : telling)]
}

function withParts(name: string): string[] {
  const parts = name.split(/_+|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u).filter((part) => part !== '')
  return [...new Set([name, ...parts].map((word) => word.toLowerCase()))]
}
