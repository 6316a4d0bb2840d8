import type { DocumentModel } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { literal } from '../../text/literal.ts'

/** The scenarios across operations, as a run follows them. A document may have none. */
export function workflowsFile({ workflows }: DocumentModel): string {
  const items = workflows.map((workflow) => `  ${literal(workflow, '  ')},\n`)
  return `${generatedBy('contract-tests')}
import type { Workflow } from '../checks/index.ts'

/** Every Arazzo workflow of the document. */
export const workflows: readonly Workflow[] = [
${items.join('')}]
`
}
