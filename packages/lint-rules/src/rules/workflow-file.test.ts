import { expect, test } from 'vitest'
import { lintWith } from '../testing/lint.ts'

const workflowIn = (file: string, id: string) => ({
  [file]: ['arazzo: 1.0.1', 'workflows:', `  - workflowId: ${id}`, '    steps: []'].join('\n'),
})

test('a workflow in the file of its name is fine', async () => {
  const files = workflowIn('invite-and-decline.arazzo.yaml', 'invite-and-decline')
  expect(await lintWith('workflow-file', files)).toEqual([])
})

test.each([
  ['another name', 'decline.arazzo.yaml', 'invite-and-decline'],
  ['another ending', 'invite-and-decline.yaml', 'invite-and-decline'],
  ['an id that is not kebab-case', 'inviteAndDecline.arazzo.yaml', 'inviteAndDecline'],
])('%s is refused', async (_case, file, id) => {
  const [problem, ...others] = await lintWith('workflow-file', workflowIn(file, id))
  expect(others).toEqual([])
  expect(problem?.message).toContain(`The workflow ${id} is not in the file of its name`)
  expect(problem?.message).toContain(
    'Right: `workflowId: invite-and-decline, in invite-and-decline.arazzo.yaml`',
  )
  expect(problem?.at).toBe(`${file}#/workflows/0/workflowId`)
})
