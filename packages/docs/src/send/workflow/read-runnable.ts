import type { Step, Workflow } from '../../workflows/workflow.ts'
import { title } from '../../workflows/workflow-page.ts'
import type { RunnableStep, RunnableWorkflow } from './runnable.ts'

// What renders pages runs from another place, so the file becomes part of it.
const files = import.meta.glob<readonly Workflow[]>('../../generated/workflows.json', {
  eager: true,
  import: 'default',
})

/** The workflow that its page runs; undefined where the page could send one of its steps only wrong. */
export function readRunnable(id: string): RunnableWorkflow | undefined {
  const workflow = Object.values(files)
    .flat()
    .find((each) => each.id === id)
  return workflow && runnableWorkflow(workflow)
}

export function runnableWorkflow({ inputs, steps }: Workflow): RunnableWorkflow | undefined {
  const runnable = steps.flatMap((step) => runnableStep(step) ?? [])
  if (runnable.length < steps.length) return undefined
  return {
    inputs: inputs.map(({ name, required, secret, example }) => ({
      name,
      required,
      secret,
      value: example === undefined ? '' : String(example),
    })),
    steps: runnable,
  }
}

function runnableStep({
  id,
  request,
  parameters,
  body,
  successCriteria,
  outputs,
}: Step): RunnableStep | undefined {
  return request && { id, title: title(id), request, parameters, body, successCriteria, outputs }
}
