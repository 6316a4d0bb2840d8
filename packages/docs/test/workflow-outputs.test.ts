import { describe, expect, it } from 'vitest'
import { readWorkflows } from '../src/workflows/read-workflows.ts'
import { resultsOf } from './page-code.ts'
import { useSandboxCommand } from './sandbox-command.ts'

const workflows = (await readWorkflows()).map((workflow) => [workflow.id, workflow] as const)

describe('a workflow', () => {
  const url = useSandboxCommand()

  it.each(workflows)('%s prints what its page shows', async (id, { steps }) => {
    const blocks = steps.map(({ command = '' }) => ({ language: 'sh', title: '', code: command }))
    const printed = (await resultsOf(blocks, url())).map(({ text }) => alike(text))

    // after a change that is meant: vitest run packages/docs/test/workflow-outputs.test.ts -u
    await expect(`${JSON.stringify(printed, null, 2)}\n`).toMatchFileSnapshot(`../src/outputs/${id}.json`)
  })
})

/** Tokens and times are others each time. */
function alike(text: string): string {
  return text
    .replaceAll(/\b[A-Za-z0-9]{32}\b/g, 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX')
    .replaceAll(/(?<="token_prefix":"|with the prefix )\w{10}/g, 'Qm3vK9xTzL')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-11-30T12:00:00.000Z')
}
