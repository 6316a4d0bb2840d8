/** The four things that a message of a rule says. */
export interface Explanation {
  /** What is wrong, as a sentence without its full stop. */
  wrong: string
  /** The known name that was probably meant, where one is near. */
  meant?: string | undefined
  /** What the rule expects. */
  expected: string
  /** A right example, as it would stand in the file; several lines are set apart, ready to copy. */
  right: string
  /** What was found. */
  found: string
}

const exampleOf = (right: string): string =>
  right.includes('\n') ? `\n${right.replaceAll(/^/gm, '  ')}\n` : ` \`${right}\`. `

/** One text for a person who has to mend the document. */
export const explain = ({ wrong, meant, expected, right, found }: Explanation): string => {
  const question = meant === undefined ? '' : ` Did you mean \`${meant}\`?`
  return `${wrong}.${question} Expected: ${expected}. Right:${exampleOf(right)}Found: ${found}.`
}

/** A value as it is quoted in a message; a missing one is called `nothing`. */
export const quote = (value: unknown): string =>
  value === undefined ? 'nothing' : `\`${JSON.stringify(value)}\``

/** Names as a reader lists them: `user, member or super-admin`. */
export const oneOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
