/** The names and indexes that lead to a value. */
export type ValuePath = readonly (string | number)[]

/** One thing that is wrong with a seed or another configuration. */
export interface Problem {
  /** Where it is, such as `['members', 0, 'workspace']`. */
  readonly path: ValuePath
  /** What was wrong, what was expected, a right example, and what came, unless it is a secret. */
  readonly message: string
}

/** `members[0].workspace` */
export function placeOf(path: ValuePath): string {
  const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')
  return place.replace(/^\./, '')
}

/**
 * A seed, or a file of OAuth clients, that the sandbox does not begin with. Its message names everything that is wrong with it.
 */
export class ConfigurationFailure extends Error {
  override readonly name = 'ConfigurationFailure'
  /** Everything that is wrong, in the order of the file. */
  readonly problems: readonly Problem[]

  /**
   * @param subject - What is wrong, such as `the seed`.
   * @param lineOf - One line for each problem; by default its message.
   */
  constructor(
    subject: string,
    problems: readonly Problem[],
    lineOf: (problem: Problem) => string = ({ message }) => message,
  ) {
    const count = problems.length === 1 ? 'one place' : `${problems.length} places`
    const lines = problems.map((problem) => `\n  ${lineOf(problem)}`)
    super(`${subject} is wrong in ${count}. Nothing was written.\n${lines.join('')}`)
    this.problems = problems
  }
}
