import type { DocumentModel, Workflow, WorkflowStep } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { literal } from '../../text/literal.ts'

/** The scenarios across operations, as a run follows them. A document may have none. */
export function workflowsFile({ workflows }: DocumentModel): string {
  const items = workflows.map((workflow) => `  ${literal(scenario(workflow), '  ')},\n`)
  return `${generatedBy('contract-tests')}
import type { Workflow } from '../checks/index.ts'

/** Every Arazzo workflow of the document. */
export const workflows: readonly Workflow[] = [
${items.join('')}]
`
}

/** What a run needs of a workflow. */
function scenario({ id, summary, inputs, steps }: Workflow): object {
  return { id, summary, inputs: inputs.map(({ name }) => name), steps: steps.map(scenarioStep) }
}

function scenarioStep({ id, operationId, parameters, body, successCriteria, outputs }: WorkflowStep): object {
  return {
    id,
    operation: operationId,
    parameters,
    payload: body,
    conditions: successCriteria,
    outputs: Object.fromEntries(outputs.map(({ name, value }) => [name, value])),
  }
}
