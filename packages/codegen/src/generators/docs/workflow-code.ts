import {
  type DocumentModel,
  isSuccess,
  type Operation,
  type Response,
  type Workflow,
  type WorkflowStep,
} from '../../model/index.ts'
import { siteContext } from './context.ts'
import { code } from './markdown.ts'
import { proseSentence } from './prose.ts'
import { stepRequest } from './step-request.ts'
import { workflowCommand } from './workflow-command.ts'

/** A workflow with what a reader runs, what a page sends, and what may go wrong. */
export function codedWorkflow(model: DocumentModel, workflow: Workflow) {
  const steps = workflow.steps.map((step) => {
    const operation = operationOf(model, step)
    if (!operation) return step
    const call = `${operation.method.toUpperCase()} ${operation.path}`
    const command = workflowCommand(model, workflow, step, operation)
    return { ...step, call, command, request: stepRequest(step, operation) }
  })
  return { ...workflow, steps, failures: failuresOf(model, workflow) }
}

export function operationOf(
  { operations, neighbours = [] }: DocumentModel,
  { operationId }: WorkflowStep,
): Operation | undefined {
  return [...operations, ...neighbours].find(({ id }) => id === operationId)
}

/** Those that say something of the call itself. What every call may return has a page of its own. */
const telling = ['400', '403', '404', '429']

function failuresOf(
  model: DocumentModel,
  { steps }: Workflow,
): { call: string; status: string; why: string }[] {
  const called = new Set(steps.map(({ operationId }) => operationId))
  return model.operations
    .filter(({ id }) => called.has(id))
    .flatMap(({ id, responses }) =>
      responses.filter(isTelling).map(({ status, description }) => ({
        call: code(id),
        status,
        why: proseSentence(siteContext(model), description),
      })),
    )
}

function isTelling(response: Response): boolean {
  return !isSuccess(response) && telling.includes(response.status)
}
