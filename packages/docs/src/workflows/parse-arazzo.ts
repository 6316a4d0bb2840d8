import { entries, items, member, members, optionalText, type Place, text } from './narrow.ts'
import type { Assignment, Input, Parameter, Step, Workflow } from './workflow.ts'

/**
 * The workflows of one Arazzo document. What the document says beyond them is not looked at.
 *
 * @throws TypeError that names the place, when a workflow is not as Arazzo has it.
 * @see https://spec.openapis.org/arazzo/v1.0.1.html
 */
export function parseArazzo(file: string, document: unknown): readonly Workflow[] {
  return items(member({ at: file, value: document }, 'workflows')).map(workflow)
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
function inputs(place: Place): Input[] {
  if (place.value === undefined) return []
  const required = items(member(place, 'required')).map(text)
  return entries(member(place, 'properties')).map((property) => {
    const { type, default: preset, examples } = members(property)
    return {
      name: property.name,
      type: Array.isArray(type) ? type.join(' or ') : String(type ?? 'any'),
      description: optionalText(property, 'description'),
      required: required.includes(property.name),
      example: preset ?? (Array.isArray(examples) ? examples[0] : undefined),
    }
  })
}

function step(place: Place): Step {
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

function parameter(place: Place): Parameter {
  return { name: text(member(place, 'name')), in: optionalText(place, 'in'), value: members(place)['value'] }
}

function body(place: Place): unknown {
  return place.value === undefined ? undefined : members(place)['payload']
}

function assignments(place: Place): Assignment[] {
  return entries(place).map((entry) => ({ name: entry.name, value: String(entry.value) }))
}
