/** A story across operations, as an Arazzo document tells it and the generator has written it. */
export interface Workflow {
  readonly id: string
  readonly summary: string
  readonly description: string
  readonly inputs: readonly Input[]
  readonly steps: readonly Step[]
  readonly outputs: readonly Assignment[]
  /** What its calls may return in place of a success. */
  readonly failures: readonly Failure[]
}

export interface Failure {
  /** The operation, as code. */
  readonly call: string
  readonly status: string
  readonly why: string
}

/** What a caller has to bring along. */
export interface Input {
  readonly name: string
  readonly type: string
  readonly description: string
  readonly required: boolean
  /** Whether a field for it hides what it holds. */
  readonly secret: boolean
  readonly example: unknown
}

export interface Step {
  readonly id: string
  readonly description: string
  readonly operationId: string
  /** Method and path, where the operation is known. */
  readonly call?: string
  /** What makes the call in a shell, with the values of the inputs' examples. */
  readonly command?: string
  readonly parameters: readonly StepParameter[]
  /** The body, with runtime expressions. */
  readonly body?: unknown
  /** Conditions that all hold when the step has succeeded: `$statusCode == 200`. */
  readonly successCriteria: readonly string[]
  /** What later steps may use. */
  readonly outputs: readonly Assignment[]
  /** Where a page sends it; left out where a page could send it only wrong. */
  readonly request?: StepRequest
}

export interface StepParameter {
  readonly name: string
  readonly in: string
  /** A constant, or a text with runtime expressions. */
  readonly value: unknown
}

export interface StepRequest {
  readonly method: string
  /** The path template. */
  readonly path: string
  readonly mediaType?: string
}

/** A name for a later step, and the runtime expression that gives its value. */
export interface Assignment {
  readonly name: string
  readonly value: string
}
