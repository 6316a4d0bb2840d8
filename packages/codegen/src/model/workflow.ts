import { DocumentError } from './errors.ts'
import { entries, items, member, members, optionalText, type Place, text } from './narrow.ts'

/** A story across operations, as an Arazzo document tells it. */
export interface Workflow {
  readonly id: string
  readonly summary: string
  readonly description: string
  readonly inputs: readonly WorkflowInput[]
  readonly steps: readonly WorkflowStep[]
  readonly outputs: readonly Assignment[]
}

/** What a caller has to bring along. */
export interface WorkflowInput {
  readonly name: string
  readonly type: string
  readonly description: string
  readonly required: boolean
  /** Whether nobody should read it over a shoulder: `format: password`. */
  readonly secret: boolean
  readonly example: unknown
}

export interface WorkflowStep {
  readonly id: string
  readonly description: string
  readonly operationId: string
  readonly parameters: readonly WorkflowParameter[]
  readonly body: unknown
  /** Conditions that all hold when the step has succeeded: `$statusCode == 200`. */
  readonly successCriteria: readonly string[]
  readonly outputs: readonly Assignment[]
}

export interface WorkflowParameter {
  readonly name: string
  readonly in: string
  readonly value: unknown
}

/** A name for a later step, and the runtime expression that gives its value. */
export interface Assignment {
  readonly name: string
  readonly value: string
}

/**
 * The workflows of one Arazzo document. What the document says beyond them is not looked at.
 *
 * @throws DocumentError that names the place, when a workflow is not as Arazzo has it.
 * @see https://spec.openapis.org/arazzo/v1.0.1.html
 */
export function readWorkflows(document: unknown): readonly Workflow[] {
  const place = { at: '#', value: document }
  if (!('arazzo' in members(place)))
    throw new DocumentError(
      '#/arazzo',
      'expected an Arazzo document, such as { "arazzo": "1.0.1", "workflows": [ … ] }, and got something else.',
    )
  return items(member(place, 'workflows')).map(workflow)
}

function workflow(place: Place): Workflow {
  const id = text(member(place, 'workflowId'))
  return {
    id,
    summary: optionalText(place, 'summary') || id,
    description: optionalText(place, 'description'),
    inputs: inputs(member(place, 'inputs')),
    steps: items(member(place, 'steps')).map(step),
    outputs: assignments(member(place, 'outputs')),
  }
}

/** Inputs are described by a JSON Schema of an object. */
function inputs(place: Place): WorkflowInput[] {
  if (place.value === undefined) return []
  const required = items(member(place, 'required')).map(text)
  return entries(member(place, 'properties')).map((property) => {
    const { type, format, default: preset, examples } = members(property)
    return {
      name: property.name,
      type: Array.isArray(type) ? type.join(' or ') : String(type ?? 'any'),
      description: optionalText(property, 'description'),
      required: required.includes(property.name),
      secret: format === 'password',
      example: preset ?? (Array.isArray(examples) ? examples[0] : undefined),
    }
  })
}

function step(place: Place): WorkflowStep {
  return {
    id: text(member(place, 'stepId')),
    description: optionalText(place, 'description'),
    operationId: operationId(text(member(place, 'operationId'))),
    parameters: items(member(place, 'parameters')).map(parameter),
    body: body(member(place, 'requestBody')),
    successCriteria: items(member(place, 'successCriteria')).map((criterion) =>
      text(member(criterion, 'condition')),
    ),
    outputs: assignments(member(place, 'outputs')),
  }
}

/** With several sources an id says which: `$sourceDescriptions.userApi.login`. */
function operationId(reference: string): string {
  return reference.slice(reference.lastIndexOf('.') + 1)
}

function parameter(place: Place): WorkflowParameter {
  return { name: text(member(place, 'name')), in: optionalText(place, 'in'), value: members(place)['value'] }
}

function body(place: Place): unknown {
  return place.value === undefined ? undefined : members(place)['payload']
}

function assignments(place: Place): Assignment[] {
  return entries(place).map((entry) => ({ name: entry.name, value: String(entry.value) }))
}
