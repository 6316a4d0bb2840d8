import type { DocumentModel, Operation, Workflow, WorkflowStep } from '../../model/index.ts'
import { Expression, literal } from '../../text/literal.ts'
import { clientPackage } from './client-package.ts'
import { accessTo, partsOf } from './runtime-expression.ts'
import { baseUrl } from './sample-request.ts'
import { operationOf } from './workflow-code.ts'
import { expectedFailure, type Kept, keptBy, pathOf, tokenOf, valueIn } from './workflow-values.ts'

const { factory, name: packageName } = clientPackage

/** All steps as one program, if all of their operations are known. */
export function workflowProgram(model: DocumentModel, workflow: Workflow): string | undefined {
  if (!workflow.steps.every((step) => operationOf(model, step))) return undefined
  const steps = workflow.steps.map((step, index) => [
    `// ${index + 1}. ${step.description.trim().replaceAll(/\s*\n\s*/g, ' ')}`,
    ...(model.operations.some(({ id }) => id === step.operationId)
      ? stepLines(workflow, step)
      : neighbourLines(workflow, step, operationOf(model, step))),
  ])
  return [
    `import { ${factory} } from '${packageName}'`,
    '',
    `const baseUrl = '${baseUrl(model)}'`,
    `const visitor = ${factory}({ baseUrl, auth: { kind: 'none' } })`,
    '',
    ...steps.flatMap((lines) => [...lines, '']),
  ].join('\n')
}

/** The client has no function for a neighbour of the API. */
function neighbourLines(workflow: Workflow, step: WorkflowStep, operation: Operation | undefined): string[] {
  const token = tokenOf(step)
  const headers = {
    ...(token && { Authorization: new Expression(`\`Bearer \${${variable(token)}}\``) }),
    ...(step.body === undefined ? {} : { 'Content-Type': 'application/json' }),
  }
  const body = literal(valueIn(workflow, step.body, asExpression))
  const options = {
    method: operation?.method.toUpperCase(),
    headers,
    ...(step.body === undefined ? {} : { body: new Expression(`JSON.stringify(${body})`) }),
  }
  const path = pathOf(
    workflow,
    step,
    operation?.path ?? '',
    (kept) => `\${encodeURIComponent(${variable(kept)})}`,
  )
  return [
    `const ${step.id}Response = await fetch(\`\${baseUrl}${path}\`, ${literal(options)})`,
    `console.log(await ${step.id}Response.text())`,
  ]
}

function stepLines(workflow: Workflow, step: WorkflowStep): string[] {
  const token = tokenOf(step)
  const call = `${token ? apiName(token) : 'visitor'}.${step.operationId}`
  const input = inputText(workflow, step)
  if (expectedFailure(step) !== undefined)
    return [
      `const ${step.id}Result = await ${call}.safe(${input})`,
      `console.log(${step.id}Result.ok ? 'no failure' : ${step.id}Result.error.status)`,
    ]
  const [output] = step.outputs
  if (!output) return [`console.log(await ${call}(${input}))`]
  const kept = keptBy(step, output)
  return [
    `const ${variable(kept)} = ${picked(`await ${call}(${input})`, output.value)}`,
    ...(workflow.steps.some((other) => variableOfToken(other) === variable(kept))
      ? [
          `const ${apiName(kept)} = ${factory}({ baseUrl, auth: { kind: 'bearer', token: ${variable(kept)} } })`,
        ]
      : [`console.log(${variable(kept)})`]),
  ]
}

function inputText(workflow: Workflow, step: WorkflowStep): string {
  const parameters = step.parameters
    .filter((parameter) => parameter.in === 'path' || parameter.in === 'query')
    .map(({ name, value }) => [name, value] as const)
  const members = [...parameters, ...(step.body === undefined ? [] : [['body', step.body] as const])]
  if (members.length === 0) return ''
  return literal(valueIn(workflow, Object.fromEntries(members), asExpression))
}

function asExpression(kept: Kept): Expression {
  return new Expression(variable(kept))
}

/** What an output names of a response: an item may be missing. */
function picked(response: string, expression: string): string {
  const parts = partsOf(expression.split('#')[1] ?? '')
  if (parts.length === 0) return response
  const access = parts.map((part, index) => {
    const mayBeMissing = /^\d+$/.test(parts[index - 1] ?? '')
    return mayBeMissing ? `?.${accessTo(part).replace(/^\./, '')}` : accessTo(part)
  })
  return `(${response})${access.join('')}${parts.some((part) => /^\d+$/.test(part)) ? " ?? ''" : ''}`
}

function variableOfToken(step: WorkflowStep): string | undefined {
  const token = tokenOf(step)
  return token && variable(token)
}

function variable(words: Kept): string {
  return camel(words)
}

/** Of the admin's token: `admin`. */
function apiName(words: Kept): string {
  const owner = words.filter((word) => word !== 'token')
  return owner.length === 0 ? 'api' : camel([...owner, 'api'])
}

function camel(words: readonly string[]): string {
  return words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
}
