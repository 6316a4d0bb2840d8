/** A scenario across operations, as the document's Arazzo workflows tell it. Generated. */
export interface Workflow {
  readonly id: string
  readonly summary: string
  /** The names of what it is told at its beginning. */
  readonly inputs: readonly string[]
  readonly steps: readonly WorkflowStep[]
}

/** One call. Values are constants or runtime expressions, such as `$inputs.email`. */
export interface WorkflowStep {
  readonly id: string
  readonly operation: string
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly value: unknown }[]
  readonly payload?: unknown
  /** Such as `$statusCode == 200`. */
  readonly conditions: readonly string[]
  /** What later steps may use: name → runtime expression. */
  readonly outputs: Readonly<Record<string, string>>
}
