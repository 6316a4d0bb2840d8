import type { Assignment, Failure, Input, Step, Workflow } from './workflow.ts'

export interface WorkflowPageOptions {
  /** The operations that have a page. */
  readonly operationIds: ReadonlySet<string>
  /** What each step printed on a server of the examples. */
  readonly printed?: readonly string[]
  /** Whether all of it is a program as well, in `samples/workflows`. */
  readonly hasProgram?: boolean
}

/** A workflow as a tutorial: what it needs, what each step runs and prints, and what can go wrong. */
export function workflowPage(workflow: Workflow, options: WorkflowPageOptions): string {
  const { operationIds, printed = [], hasProgram = false } = options
  const steps = workflow.steps.map((step, index) =>
    stepPart(step, { number: index + 1, printed: printed[index], operationIds }),
  )
  return blocks(
    linked(workflow.description, operationIds),
    section('## What it needs', inputsTable(workflow.inputs)),
    section(
      '## Steps',
      blocks(
        'Run them one after the other in one shell: a later step uses what an earlier one kept.',
        ...steps,
      ),
    ),
    section('## What comes out', outputList(workflow.outputs)),
    hasProgram
      ? blocks('## All of it in TypeScript', `\`\`\`ts file="samples/workflows/${workflow.id}.ts"\n\`\`\``)
      : '',
    section('## What can go wrong', failuresTable(workflow.failures, operationIds)),
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
  const rows = inputs.map(({ name, type, description, example }) => [
    `\`${name}\``,
    type,
    `${oneLine(description).replace(/\.?$/, '.')}${example === undefined ? '' : ` Here: ${value(example)}`}`,
  ])
  return table(['Input', 'Type', 'Description'], rows)
}

interface StepOptions {
  readonly number: number
  readonly printed: string | undefined
  readonly operationIds: ReadonlySet<string>
}

function stepPart(step: Step, { number, printed, operationIds }: StepOptions): string {
  const call = step.call === undefined ? '' : `: \`${step.call}\``
  return blocks(
    `### ${number}. ${title(step.id)}`,
    linked(step.description, operationIds),
    `Calls ${operation(step.operationId, operationIds)}${call}.`,
    step.command === undefined ? '' : `\`\`\`sh\n${step.command}\n\`\`\``,
    printed === undefined ? '' : `\`\`\`text title="${outputTitle(printed)}"\n${printed}\n\`\`\``,
  )
}

/** `logInAsAdmin`: Log in as admin. */
export function title(id: string): string {
  const words = id
    .split(/(?=[A-Z])/)
    .join(' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A token, its prefix and a time are others each time. */
function outputTitle(printed: string): string {
  return /\b[A-Za-z0-9]{32}\b|\bprefix \w{10}\b|\d{4}-\d\d-\d\dT/.test(printed) ? 'Output, such as' : 'Output'
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

function outputList(outputs: readonly Assignment[]): string {
  return outputs
    .map(({ name, value: expression }) => {
      const [, step] = /^\$steps\.(\w+)\./.exec(expression) ?? []
      return `- \`${name}\`${step === undefined ? '' : `, from the step "${title(step)}"`}`
    })
    .join('\n')
}

function failuresTable(failures: readonly Failure[], operationIds: ReadonlySet<string>): string {
  const rows = failures.map(({ call, status, why }) => [linked(call, operationIds), status, why])
  const rest = 'Any call may return what [Errors](/errors/) lists for all of them.'
  return rows.length === 0 ? '' : blocks(table(['Call', 'Status', 'Why'], rows), rest)
}

function value(given: unknown): string {
  return `\`${typeof given === 'string' ? given : JSON.stringify(given)}\``
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, ' ')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : [head, head.map(() => '---'), ...rows].map(row).join('\n')
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => oneLine(cell).replaceAll('|', String.raw`\|`)).join(' | ')} |`
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
