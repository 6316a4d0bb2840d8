import { DocumentError, pointerTo } from './errors.ts'

/** A story across operations: an Arazzo workflow, as far as generators use it. */
export interface Workflow {
  /** The `workflowId`. */
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
  readonly parameters: readonly WorkflowParameter[]
  /** Undefined where the call has no body. */
  readonly payload: unknown
  /** Such as `$statusCode == 200`. */
  readonly conditions: readonly string[]
  /** What later steps may use: name → runtime expression. */
  readonly outputs: Readonly<Record<string, string>>
}

export interface WorkflowParameter {
  readonly name: string
  readonly in: string
  readonly value: unknown
}

/** What is read of an Arazzo document: the redocly lint has held it to its schema. */
interface SourceArazzo {
  readonly arazzo: string
  readonly workflows: readonly {
    readonly workflowId: string
    readonly summary?: string
    readonly inputs?: { readonly properties?: Readonly<Record<string, unknown>> }
    readonly steps: readonly SourceStep[]
  }[]
}

interface SourceStep {
  readonly stepId: string
  readonly operationId: string
  readonly parameters?: readonly WorkflowParameter[]
  readonly requestBody?: { readonly payload?: unknown }
  readonly successCriteria?: readonly { readonly condition: string }[]
  readonly outputs?: Readonly<Record<string, string>>
}

/**
 * The workflows of an Arazzo 1.0 document.
 *
 * @see https://spec.openapis.org/arazzo/v1.0.1.html
 */
export function readWorkflows(document: unknown): Workflow[] {
  refuseOtherThanArazzo(document)
  return document.workflows.map(({ workflowId, summary = workflowId, inputs, steps }) => ({
    id: workflowId,
    summary,
    inputs: Object.keys(inputs?.properties ?? {}),
    steps: steps.map(readStep),
  }))
}

function readStep(source: SourceStep): WorkflowStep {
  return {
    id: source.stepId,
    // With several sources an id says which: `$sourceDescriptions.userApi.login`.
    operation: source.operationId.slice(source.operationId.lastIndexOf('.') + 1),
    parameters: source.parameters ?? [],
    payload: source.requestBody?.payload,
    conditions: (source.successCriteria ?? []).map(({ condition }) => condition),
    outputs: source.outputs ?? {},
  }
}

function refuseOtherThanArazzo(document: unknown): asserts document is SourceArazzo {
  if (typeof document === 'object' && document !== null && 'arazzo' in document && 'workflows' in document)
    return
  throw new DocumentError(
    pointerTo('arazzo'),
    'expected an Arazzo document, such as { "arazzo": "1.0.1", "workflows": [ … ] }, and got something else.',
  )
}
