/** Operations of this API that examples in the packages call, as functions, hooks, names of queries and paths. */
const ownOperation =
  /\b(?:use)?(?:createUser|globalWhoami|listTokens|listUsers(?:AsSuperAdmin)?|whois)(?:Query|Mutation)?\b|\/(?:w\/\{workspace\}|users)\//i

const comment = /^[ \t]*\/\*\*[\s\S]*?\*\//gm
/** From the tag, and the empty line before it, to the next tag or the end of the comment. */
const example =
  /(?:\n[ \t]*\*)?\n[ \t]*\* @example\b[\s\S]*?(?=\n[ \t]*\*\n[ \t]*\* @|\n[ \t]*\* @|\n[ \t]*\*\/)/g

/** A source without the examples that call operations of this API, which another one lacks. */
export function withoutOwnExamples(text: string): string {
  return text.replaceAll(comment, (found) =>
    found.replaceAll(example, (each) => (ownOperation.test(each) ? '' : each)),
  )
}
