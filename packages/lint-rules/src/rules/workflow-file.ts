import path from 'node:path'
import { kebabCase } from '../casing.ts'
import { explain } from '../message.ts'
import { memberOf } from '../reading.ts'
import type { Rule } from '../redocly.ts'

/** A workflow is a file of its own, and the file's name is the workflow's id. */
export const workflowFile: Rule = () => ({
  Workflow(workflow, { location, report }) {
    const id = String(memberOf(workflow, 'workflowId'))
    const file = path.basename(location.source.absoluteRef)
    if (file === `${id}.arazzo.yaml` && /^[a-z]+(-[a-z]+)*$/.test(id)) return
    const right = kebabCase(id) || 'invite-and-decline'
    report({
      message: explain({
        wrong: `The workflow ${id} is not in the file of its name`,
        expected: 'an id in kebab-case, and a file that is named like it',
        right: `workflowId: ${right}, in ${right}.arazzo.yaml`,
        found: file,
      }),
      location: location.child('workflowId'),
    })
  },
})
