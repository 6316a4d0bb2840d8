/** The four things that a message of a rule says. */
export interface Explanation {
  /** What is wrong, as a sentence without its full stop. */
  wrong: string
  /** What the rule expects. */
  expected: string
  /** A right example, as it would stand in the file. */
  right: string
  /** What was found. */
  found: string
}

/** One text for a person who has to mend the document. */
export const explain = ({ wrong, expected, right, found }: Explanation): string =>
  `${wrong}. Expected: ${expected}. Right: \`${right}\`. Found: ${found}.`

/** A value as it is quoted in a message; a missing one is called `nothing`. */
export const quote = (value: unknown): string =>
  value === undefined ? 'nothing' : `\`${JSON.stringify(value)}\``
