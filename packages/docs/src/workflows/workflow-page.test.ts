import { describe, expect, it } from 'vitest'
import type { Workflow } from './workflow.ts'
import { workflowPage } from './workflow-page.ts'

const step = {
  id: 'invite',
  description: 'The admin invites, where `createUser` would not ask.',
  operationId: 'inviteUser',
  parameters: [{ name: 'workspace', in: 'path', value: '$inputs.workspace' }],
  body: { email: '$inputs.email' },
  successCriteria: ['$statusCode == 200', '$response.body != null'],
  outputs: [{ name: 'text', value: '$response.body' }],
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
      example: 'ada@example.com',
    },
  ],
  steps: [
    step,
    { ...step, id: 'add', operationId: 'createUser', body: undefined, successCriteria: [], outputs: [] },
  ],
  outputs: [],
}

describe('workflowPage', () => {
  const page = workflowPage(workflow, new Set(['createUser']))

  it('lists the inputs with an example each', () => {
    expect(page).toContain('| `email` | string | Who \\| is invited. Example: `ada@example.com` |')
  })

  it('numbers the steps and says what each sends, expects and keeps', () => {
    expect(page).toContain('### 1. invite')
    expect(page).toContain('path `workspace` = `$inputs.workspace`')
    expect(page).toContain('"email": "$inputs.email"')
    expect(page).toContain('It has succeeded when `$statusCode == 200` and `$response.body != null`.')
    expect(page).toContain('It keeps for later:\n\n- `text`: `$response.body`')
    expect(page).toContain('### 2. add')
  })

  it('links an operation that has a page, in a text too, and names one that has none', () => {
    expect(page).toContain('where [`createUser`](/reference/createUser/) would not ask')
    expect(page).toContain('Calls [`createUser`](/reference/createUser/)')
    expect(page).toContain('Calls `inviteUser` with')
  })

  it('leaves out what a workflow does not have', () => {
    expect(page).not.toContain('## What comes out')
  })
})
