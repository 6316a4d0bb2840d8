import type { DocumentModel, Operation, Workflow, WorkflowStep } from '../../model/index.ts'
import { accessTo, partsOf } from './runtime-expression.ts'
import { baseUrl } from './sample-request.ts'
import { shellQuoted, shellVariable } from './shell.ts'
import { expectedFailure, inUrl, type Kept, keptBy, pathOf, tokenOf, valueIn } from './workflow-values.ts'

/** A step as a command of a shell, which keeps in variables what later steps need. */
export function workflowCommand(
  model: DocumentModel,
  workflow: Workflow,
  step: WorkflowStep,
  operation: Operation,
): string {
  const keeps = step.outputs.length > 0
  const options = [
    ...(keeps ? ['--silent'] : []),
    ...(operation.method === 'get' ? [] : [`--request ${operation.method.toUpperCase()}`]),
    ...(expectedFailure(step) === undefined ? [] : ["--write-out ' (%{http_code})'"]),
    ...authorization(step),
    ...body(workflow, step),
  ]
  const call = `curl ${[...options, url(model, workflow, step, operation)].join(' \\\n  ')}`
  return keeps ? keep(call, step) : call
}

function authorization(step: WorkflowStep): string[] {
  const token = tokenOf(step)
  return token ? [`--header ${shellQuoted(`Authorization: Bearer ${variable(token)}`)}`] : []
}

function body(workflow: Workflow, step: WorkflowStep): string[] {
  if (step.body === undefined) return []
  const text = JSON.stringify(valueIn(workflow, step.body, variable))
  return ["--header 'Content-Type: application/json'", `--data ${shellQuoted(text)}`]
}

function url(model: DocumentModel, workflow: Workflow, step: WorkflowStep, { path }: Operation): string {
  const filled = pathOf(workflow, step, path, variable)
  const query = step.parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, value }) => `${encodeURIComponent(name)}=${inUrl(workflow, value, variable)}`)
  return shellQuoted(`${baseUrl(model)}${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`)
}

/** Shows what it keeps, as a call shows its response. */
function keep(call: string, step: WorkflowStep): string {
  const names = step.outputs.map((output) => ({ name: variableName(keptBy(step, output)), output }))
  const [first] = names
  if (first && names.length === 1 && first.output.value === '$response.body')
    return `${first.name}=$(${call})\necho "$${first.name}"`
  const parts = names.map(
    ({ name, output }) => `${name}=$(echo "$RESPONSE" | node --print '${member(output.value)}')`,
  )
  return [`RESPONSE=$(${call})`, 'echo "$RESPONSE"', ...parts].join('\n')
}

/** Of the response on standard input. */
function member(expression: string): string {
  const [, pointer = ''] = expression.split('#')
  return `JSON.parse(fs.readFileSync(0))${partsOf(pointer).map(accessTo).join('')}`
}

function variable(kept: Kept): string {
  return shellVariable(variableName(kept))
}

function variableName(words: Kept): string {
  return words.join('_').toUpperCase()
}
