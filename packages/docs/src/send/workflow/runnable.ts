import type { Assignment, StepParameter, StepRequest } from '../../workflows/workflow.ts'

/** A workflow as its page runs it. */
export interface RunnableWorkflow {
  readonly inputs: readonly RunnableInput[]
  readonly steps: readonly RunnableStep[]
}

export interface RunnableInput {
  readonly name: string
  readonly required: boolean
  readonly secret: boolean
  readonly value: string
}

export interface RunnableStep {
  readonly id: string
  /** "Log in as admin" */
  readonly title: string
  readonly request: StepRequest
  readonly parameters: readonly StepParameter[]
  readonly body?: unknown
  readonly successCriteria: readonly string[]
  readonly outputs: readonly Assignment[]
}
