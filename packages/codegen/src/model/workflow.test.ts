import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readWorkflows } from './workflow.ts'

const arazzo = `
arazzo: 1.0.1
workflows:
  - workflowId: log-in
    summary: Log in and out
    description: A short story.
    inputs:
      type: object
      required: [email]
      properties:
        email: { type: string, description: Who logs in, default: ada@example.com }
        note: { type: [string, 'null'], examples: [hello] }
        pin: { type: string, format: password }
    steps:
      - stepId: logIn
        operationId: login
        description: Log in.
        requestBody: { payload: { email: $inputs.email } }
        successCriteria: [{ condition: $statusCode == 200 }]
        outputs: { token: $response.body }
      - stepId: look
        operationId: $sourceDescriptions.userApi.whois
        parameters: [{ name: workspace, in: path, value: demo }]
    outputs: { token: $steps.logIn.outputs.token }
`

describe('an Arazzo document', () => {
  const [workflow] = readWorkflows(parse(arazzo))

  test('says what a workflow needs and gives', () => {
    expect(workflow).toMatchObject({ id: 'log-in', summary: 'Log in and out', description: 'A short story.' })
    expect(workflow?.inputs).toEqual([
      {
        name: 'email',
        type: 'string',
        description: 'Who logs in',
        required: true,
        secret: false,
        example: 'ada@example.com',
      },
      {
        name: 'note',
        type: 'string or null',
        description: '',
        required: false,
        secret: false,
        example: 'hello',
      },
      { name: 'pin', type: 'string', description: '', required: false, secret: true, example: undefined },
    ])
    expect(workflow?.outputs).toEqual([{ name: 'token', value: '$steps.logIn.outputs.token' }])
  })

  test('says what a step sends, expects and keeps', () => {
    expect(workflow?.steps[0]).toEqual({
      id: 'logIn',
      description: 'Log in.',
      operationId: 'login',
      parameters: [],
      body: { email: '$inputs.email' },
      successCriteria: ['$statusCode == 200'],
      outputs: [{ name: 'token', value: '$response.body' }],
    })
  })

  test('names an operation alone, also in a reference that names its source', () => {
    expect(workflow?.steps[1]).toMatchObject({
      operationId: 'whois',
      parameters: [{ name: 'workspace', in: 'path', value: 'demo' }],
      body: undefined,
    })
  })

  test('says where it is not as Arazzo has it, what was expected and what came', () => {
    const steps = [{ stepId: 'b', operationId: 7 }]
    const document = { arazzo: '1.0.1', workflows: [{ workflowId: 'a', steps }] }
    expect(() => readWorkflows(document)).toThrow(
      '#/workflows/0/steps/0/operationId: expected a text, such as "login", and got 7.',
    )
    expect(() => readWorkflows({ arazzo: '1.0.1', workflows: 'none' })).toThrow(
      'expected a list, and got "none"',
    )
    expect(() => readWorkflows({ openapi: '3.1.0' })).toThrow('expected an Arazzo document, such as')
    expect(() => readWorkflows(null)).toThrow('expected an object')
  })
})
