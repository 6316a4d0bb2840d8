import { describe, expect, it } from 'vitest'
import type { Workflow } from './workflow.ts'
import { workflowPage } from './workflow-page.ts'

const step = {
  id: 'inviteGuest',
  description: 'The admin invites, where `createUser` would not ask.',
  operationId: 'inviteUser',
  call: 'POST /w/{workspace}/invite',
  command: "curl 'http://localhost:8000/api/w/demo/invite'",
  parameters: [],
  successCriteria: [],
  outputs: [],
}

const workflow: Workflow = {
  id: 'invite',
  summary: 'Invite somebody',
  description: 'A story.',
  inputs: [
    {
      name: 'email',
      type: 'string',
      description: 'Who | is invited',
      required: true,
      secret: false,
      example: 'ada@example.com',
    },
  ],
  steps: [step, { ...step, id: 'add', operationId: 'createUser' }],
  outputs: [{ name: 'invite', value: '$steps.inviteGuest.outputs.text' }],
  failures: [{ call: '`createUser`', status: '400', why: 'The username is taken.' }],
}

const operationIds = new Set(['createUser'])

describe('workflowPage', () => {
  const printed = ['invited', 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX']
  const page = workflowPage(workflow, { operationIds, printed, hasProgram: true })

  it('lists the inputs with the value that the steps use', () => {
    expect(page).toContain('| `email` | string | Who \\| is invited. Here: `ada@example.com` |')
  })

  it('numbers the steps, and shows what each runs and what it printed', () => {
    expect(page).toContain('### 1. Invite guest')
    expect(page).toContain("```sh\ncurl 'http://localhost:8000/api/w/demo/invite'\n```")
    expect(page).toContain('```text title="Output"\ninvited\n```')
    expect(page).toContain('### 2. Add')
  })

  it('says of an output with a token that it is an example', () => {
    expect(page).toContain('```text title="Output, such as"\nQm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX\n```')
  })

  it('shows no runtime expression, and says where an output is from', () => {
    expect(page).toContain('- `invite`, from the step "Invite guest"')
    expect(page).not.toMatch(/\$(?:inputs|request|response|statusCode|steps)/)
  })

  it('links an operation that has a page, in a text too, and names one that has none', () => {
    expect(page).toContain('where [`createUser`](/reference/createUser/) would not ask')
    expect(page).toContain('Calls [`createUser`](/reference/createUser/): `POST /w/{workspace}/invite`.')
    expect(page).toContain('Calls `inviteUser`: ')
  })

  it('ends with the whole program, and what can go wrong', () => {
    expect(page).toContain('```ts file="samples/workflows/invite.ts"\n```')
    expect(page).toContain('| [`createUser`](/reference/createUser/) | 400 | The username is taken. |')
  })

  it('leaves out what a workflow does not have', () => {
    const bare = workflowPage({ ...workflow, outputs: [], failures: [] }, { operationIds })
    for (const heading of ['What comes out', 'TypeScript', 'What can go wrong'])
      expect(bare).not.toContain(`## ${heading}`)
  })
})
