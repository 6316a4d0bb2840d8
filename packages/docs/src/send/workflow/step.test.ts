import { describe, expect, test } from 'vitest'
import { readWorkflows } from '../../workflows/read-workflows.ts'
import { runnableWorkflow } from './read-runnable.ts'
import type { RunnableStep } from './runnable.ts'
import { keptFor, requestText, stepCall } from './step-call.ts'
import { stepResult } from './step-result.ts'
import type { Known } from './values.ts'

const step: RunnableStep = {
  id: 'join',
  title: 'Join',
  request: { method: 'POST', path: '/w/{workspace}/join', mediaType: 'application/json' },
  parameters: [
    { name: 'Authorization', in: 'header', value: 'Bearer {$steps.logIn.outputs.token}' },
    { name: 'workspace', in: 'path', value: '$steps.findInvite.outputs.workspace' },
    { name: 'page', in: 'query', value: 1 },
  ],
  body: { username: '$inputs.username', as: ['$steps.logIn.outputs.token'], is_admin: false },
  successCriteria: ['$statusCode == 200', '$response.body#/0/username == $inputs.username'],
  outputs: [{ name: 'first', value: '$response.body#/0/id' }],
}

const known: Known = {
  inputs: { username: 'alan' },
  steps: new Map([
    ['logIn', { token: 'secret' }],
    ['findInvite', { workspace: 'de/mo' }],
  ]),
}

test('a step sends inputs and what earlier steps keep, each in its place', () => {
  expect(requestText(stepCall(step, known, 'https://example.com/api'))).toBe(
    [
      'POST https://example.com/api/w/de%2Fmo/join?page=1',
      'Authorization: Bearer secret',
      'Content-Type: application/json',
      '',
      JSON.stringify({ username: 'alan', as: ['secret'], is_admin: false }, null, 2),
    ].join('\n'),
  )
})

test('a step says what it takes from earlier steps, each once', () => {
  expect(keptFor(step)).toEqual([
    { step: 'logIn', output: 'token' },
    { step: 'findInvite', output: 'workspace' },
  ])
})

describe('a response', () => {
  const json = (status: number, body: unknown) => ({ status, isJson: true, text: JSON.stringify(body) })

  test('that is as expected gives what later steps use', () => {
    expect(stepResult(step, known, json(200, [{ id: 7, username: 'alan' }]))).toEqual({
      failures: [],
      kept: { first: 7 },
    })
  })

  test('that is otherwise is told with what was expected', () => {
    expect(stepResult(step, known, json(403, [{ id: 7, username: 'ada' }])).failures).toEqual([
      'expected the status to be 200, and got 403',
      'expected /0/username of the response to be "alan", and got "ada"',
    ])
  })

  test('without a value that a later step needs is not as expected', () => {
    expect(stepResult(step, known, json(200, [{ username: 'alan' }])).failures).toEqual([
      'expected a value for first in the response',
    ])
  })

  test('of plain text is one text', () => {
    const criteria = { ...step, successCriteria: ['$response.body == "Unauthorized"'], outputs: [] }
    const plain = { status: 401, isJson: false, text: 'Unauthorized' }
    expect(stepResult(criteria, known, plain).failures).toEqual([])
  })
})

test('a page offers a workflow only if it can send each of its steps', async () => {
  const [workflow] = await readWorkflows()
  if (!workflow) throw new Error('expected a workflow')
  expect(runnableWorkflow(workflow)?.steps.map(({ id }) => id)).toEqual(workflow.steps.map(({ id }) => id))
  const steps = workflow.steps.map(({ request, ...step }, index) =>
    index === 0 || !request ? step : { ...step, request },
  )
  expect(runnableWorkflow({ ...workflow, steps })).toBeUndefined()
})
