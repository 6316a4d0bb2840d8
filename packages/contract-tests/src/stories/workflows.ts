import { Mismatch } from '../errors.ts'
import type { OperationId } from '../generated/operations.ts'
import { operations } from '../generated/operations.ts'
import { workflows } from '../generated/workflows.ts'
import type { Exchange } from '../http/exchange.ts'
import type { JsonObject } from '../suite/operation.ts'
import { compare, type ExpressionContext, evaluate } from '../suite/runtime-expression.ts'
import type { StoryCheck } from '../suite/story.ts'
import type { Workflow, WorkflowStep } from '../suite/workflow.ts'
import { workflowInputs } from '../world/workflow-inputs.ts'
import type { World } from '../world/world.ts'

/** The workflows of the document as checks of an operation: each belongs to the last one that it is there to show. */
export function workflowsOf(operation: OperationId): readonly StoryCheck<World>[] {
  return workflows
    .filter((workflow) => subjectOf(workflow) === operation)
    .map((workflow) => ({
      rule: 'workflow' as const,
      title: `plays its part in the workflow ${workflow.id}`,
      run: (world: World) => follow(world, workflow),
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

async function follow(world: World, workflow: Workflow): Promise<void> {
  const inputs = await workflowInputs(world, workflow)
  const steps = new Map<string, JsonObject>()
  for (const step of workflow.steps) {
    const exchange = await take(world, step, { inputs, steps })
    const context = { inputs, steps, answer: { status: exchange.answer.status, body: bodyOf(exchange) } }
    for (const condition of step.conditions) expectCondition(exchange, step, context, condition)
    const outputs = Object.entries(step.outputs).map(([name, value]) => [name, evaluate(context, value)])
    steps.set(step.id, Object.fromEntries(outputs))
    for (const [, value] of outputs)
      if (/^[A-Za-z0-9]{30,}$/.test(String(value))) world.secrets.add(String(value))
  }
}

function take(world: World, step: WorkflowStep, context: ExpressionContext): Promise<Exchange> {
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
  return world.api.request(id, {
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
  throw new Error(`A workflow calls "${name}", which is no operation of the document.`)
}

function bodyOf({ answer: { headers, text } }: Exchange): unknown {
  if (!/[/+]json\b/.test(headers.get('content-type') ?? '')) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function expectCondition(
  exchange: Exchange,
  { id, operation }: WorkflowStep,
  context: ExpressionContext,
  condition: string,
): void {
  const { holds, subject, came, expected } = compare(context, condition)
  if (holds) return
  throw new Mismatch({
    operation,
    request: exchange.request,
    exchange,
    expected: `${subject} ${JSON.stringify(expected)} at the step ${id} (${operation})`,
    came: subject === '$statusCode' ? `status ${came}` : JSON.stringify(came ?? null),
  })
}
