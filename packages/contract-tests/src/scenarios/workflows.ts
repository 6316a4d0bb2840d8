import type { JsonObject } from '../document/operation.ts'
import { compare, type ExpressionContext, evaluate } from '../document/runtime-expression.ts'
import type { Workflow, WorkflowStep } from '../document/workflow.ts'
import { type ObservedExchange, stop } from '../expect/observation.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import type { OperationId } from '../generated/operations.ts'
import { operations } from '../generated/operations.ts'
import { workflows } from '../generated/workflows.ts'
import { essenceOf } from '../http/media-type.ts'
import { pause, type Wait } from '../http/pause.ts'
import type { ScenarioCheck } from './scenario.ts'
import { workflowInputs } from './workflow-inputs.ts'

/** The workflows of the document as checks of an operation: each belongs to the last one that it is there to show. */
export function workflowsOf(operation: OperationId, wait: Wait = pause): readonly ScenarioCheck<Fixtures>[] {
  return workflows
    .filter((workflow) => subjectOf(workflow) === operation)
    .map((workflow) => ({
      rule: 'workflow' as const,
      title: `works in the workflow ${workflow.id}`,
      run: (fixtures: Fixtures) => follow(fixtures, workflow, wait),
    }))
}

/** Operations by which workflows begin and end, and see what has become of it. */
const means = ['login', 'logout', 'getCurrentEmail']

function subjectOf({ steps }: Workflow): string | undefined {
  const known = new Map(Object.entries(operations))
  return steps.findLast(
    ({ operation }) => !means.includes(operation) && known.get(operation)?.internal === false,
  )?.operation
}

/** In milliseconds: what two steps create has different times, on servers that store milliseconds, and on those that store seconds. */
const betweenWrites = { usual: 2, long: 1_100 }

async function follow(
  fixtures: Fixtures,
  workflow: Workflow,
  wait: Wait,
  milliseconds = betweenWrites.usual,
): Promise<void> {
  const inputs = await workflowInputs(fixtures, workflow)
  const steps = new Map<string, JsonObject>()
  for (const step of workflow.steps) {
    if (steps.size > 0 && isWrite(step)) await wait(milliseconds, undefined)
    const exchange = await take(fixtures, step, { inputs, steps })
    const context = { inputs, steps, response: { status: exchange.response.status, body: bodyOf(exchange) } }
    const broken = step.conditions.find((condition) => !compare(context, condition).holds)
    // Which of two things is newer cannot be told if their times are equal.
    if (broken !== undefined && milliseconds === betweenWrites.usual && isTied(context.response.body))
      return follow(fixtures, workflow, wait, betweenWrites.long)
    if (broken !== undefined) refuseCondition(exchange, { step, workflow, context, broken })
    const outputs = Object.entries(step.outputs).map(([name, value]) => [name, evaluate(context, value)])
    steps.set(step.id, Object.fromEntries(outputs))
    for (const [, value] of outputs)
      if (/^[A-Za-z0-9]{30,}$/.test(String(value))) fixtures.secrets.add(String(value))
  }
}

function take(fixtures: Fixtures, step: WorkflowStep, context: ExpressionContext): Promise<ObservedExchange> {
  const id = toOperationId(step.operation)
  const values = (place: string) =>
    step.parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, value }): [string, string] => [name, String(evaluate(context, value))])
  const path = values('path').reduce(
    (filled, [name, value]) => filled.replace(`{${name}}`, encodeURIComponent(value)),
    String(operations[id].path),
  )
  const query = new URLSearchParams(values('query')).toString()
  const body = step.payload === undefined ? undefined : JSON.stringify(evaluate(context, step.payload))
  return fixtures.api.request(id, {
    path: query === '' ? path : `${path}?${query}`,
    method: operations[id].method,
    headers: { ...Object.fromEntries(values('header')), ...(body !== undefined && json) },
    ...(body !== undefined && { body }),
  })
}

const json = { 'content-type': 'application/json' }

function toOperationId(name: string): OperationId {
  const known = Object.values(operations).find(({ id }) => id === name)
  if (known) return known.id
  throw new Error(`A workflow calls "${name}", which is not an operation of the document.`)
}

function bodyOf({ response: { headers, text } }: ObservedExchange): unknown {
  if (!/[/+]json$/.test(essenceOf(headers.get('content-type')) ?? '')) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function isWrite({ operation }: WorkflowStep): boolean {
  return operations[toOperationId(operation)].method !== 'GET'
}

/** Whether the first two items of a list were created at the same time. */
function isTied(body: unknown): boolean {
  if (!Array.isArray(body) || body.length < 2) return false
  const [first, second] = body.map((item: unknown): unknown => Object(item).created_at)
  return first !== undefined && first === second
}

interface BrokenCondition {
  readonly step: WorkflowStep
  readonly workflow: Workflow
  readonly context: ExpressionContext
  readonly broken: string
}

function refuseCondition(
  exchange: ObservedExchange,
  { step, workflow, context, broken }: BrokenCondition,
): never {
  const { subject, actual, expected } = compare(context, broken)
  const before = workflow.steps.slice(0, workflow.steps.indexOf(step))
  stop(exchange, {
    rule: 'workflow',
    observation: subject === '$statusCode' ? 'status' : `${subject} at the step ${step.id}`,
    expected: String(expected),
    actual: String(actual ?? null),
    after: [...new Set(before.map(({ operation }) => operation))],
  })
}
