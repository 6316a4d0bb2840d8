/** What a run of vitest came to, as its reporter hands it over. */
export interface FullRun {
  readonly result: 'passed' | 'failed' | 'interrupted'
  /** From the start of vitest to its end. */
  readonly seconds: number
  readonly projects: readonly ProjectFigures[]
  readonly figures: readonly HandedInFigure[]
}

export interface ProjectFigures {
  readonly name: string
  readonly files: number
  readonly tests: number
  readonly failed: number
  /** The sum over its files, which run beside each other. */
  readonly seconds: number
}

/** What a test has handed in with `annotate(message, 'figure')`. */
export interface HandedInFigure {
  readonly project: string
  /** The title of the test, with those of the blocks around it. */
  readonly test: string
  readonly figure: string
}
