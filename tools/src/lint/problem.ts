/** One mistake in the document, told at its cause. */
export interface Problem {
  /** Relative to the folder of the document, with slashes. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  /** The name of the rule that the place breaks. */
  readonly rule: string
  /** A warning ends nothing. */
  readonly severity: 'error' | 'warning'
  /** What is wrong, what was expected, and a right example where there is one. */
  readonly message: string
}

/** By file, then by place, so that the same document gives the same text. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (one, other) =>
      compare(one.file, other.file) ||
      one.line - other.line ||
      one.column - other.column ||
      compare(one.rule, other.rule) ||
      compare(one.message, other.message),
  )
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
