import type { Assignment, Input, Parameter, Step, Workflow } from './workflow.ts'

/** A workflow as a page: what it needs, what each step sends and keeps, and what comes out. */
export function workflowPage(workflow: Workflow, operationIds: ReadonlySet<string>): string {
  const steps = workflow.steps.map((step, index) => stepPart(step, index + 1, operationIds))
  return blocks(
    linked(workflow.description, operationIds),
    section('## What it needs', inputsTable(workflow.inputs)),
    section('## Steps', blocks(...steps)),
    section('## What comes out', assignmentList(workflow.outputs)),
    'A value that begins with `$` is a runtime expression: what an input, an earlier step or the answer holds.',
  )
}

/** All workflows with what each of them tells. */
export function workflowsPage(workflows: readonly Workflow[]): string {
  const parts = workflows.map(
    ({ id, summary, description }) => `## [${summary}](/workflows/${id}/)\n\n${description}`,
  )
  return blocks(...parts)
}

function inputsTable(inputs: readonly Input[]): string {
  if (inputs.length === 0) return ''
  const rows = inputs.map(({ name, type, description, example }) => [
    `\`${name}\``,
    type,
    `${oneLine(description).replace(/\.?$/, '.')}${example === undefined ? '' : ` Example: ${value(example)}`}`,
  ])
  return [row(['Input', 'Type', 'Description']), row(['---', '---', '---']), ...rows.map(row)].join('\n')
}

function stepPart(step: Step, number: number, operationIds: ReadonlySet<string>): string {
  return blocks(
    `### ${number}. ${step.id}`,
    linked(step.description, operationIds),
    `Calls ${operation(step.operationId, operationIds)}${parameterText(step.parameters)}.`,
    step.body === undefined ? '' : `\`\`\`json\n${JSON.stringify(step.body, null, 2)}\n\`\`\``,
    step.successCriteria.length === 0
      ? ''
      : `It has succeeded when ${step.successCriteria.map(value).join(' and ')}.`,
    section('It keeps for later:', assignmentList(step.outputs)),
  )
}

/** Operations that a text names as code, as links. */
function linked(text: string, operationIds: ReadonlySet<string>): string {
  return text.replaceAll(/(?<!\[)`(\w+)`/g, (written, id: string) =>
    operationIds.has(id) ? operation(id, operationIds) : written,
  )
}

/** A neighbour of the API has no page of its own. */
function operation(id: string, operationIds: ReadonlySet<string>): string {
  return operationIds.has(id) ? `[\`${id}\`](/reference/${id}/)` : `\`${id}\``
}

function parameterText(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return ''
  const texts = parameters.map(
    (parameter) => `${parameter.in} \`${parameter.name}\` = ${value(parameter.value)}`,
  )
  return ` with ${texts.join(', ')}`
}

function assignmentList(assignments: readonly Assignment[]): string {
  return assignments.map(({ name, value: expression }) => `- \`${name}\`: ${value(expression)}`).join('\n')
}

function value(given: unknown): string {
  return `\`${typeof given === 'string' ? given : JSON.stringify(given)}\``
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, ' ')
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`
}

function section(heading: string, body: string): string {
  return body === '' ? '' : blocks(heading, body)
}

function blocks(...parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n')
}
