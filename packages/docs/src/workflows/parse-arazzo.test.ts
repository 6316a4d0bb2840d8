import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseArazzo } from './parse-arazzo.ts'

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

describe('parseArazzo', () => {
  const [workflow] = parseArazzo('story.yaml', parse(arazzo))

  it('reads what a workflow needs and gives', () => {
    expect(workflow).toMatchObject({ id: 'log-in', summary: 'Log in and out', description: 'A short story.' })
    expect(workflow?.inputs).toEqual([
      {
        name: 'email',
        type: 'string',
        description: 'Who logs in',
        required: true,
        example: 'ada@example.com',
      },
      { name: 'note', type: 'string or null', description: '', required: false, example: 'hello' },
    ])
    expect(workflow?.outputs).toEqual([{ name: 'token', value: '$steps.logIn.outputs.token' }])
  })

  it('reads what a step sends, expects and keeps', () => {
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

  it('takes the operation out of a reference that names its source', () => {
    expect(workflow?.steps[1]).toMatchObject({
      operationId: 'whois',
      parameters: [{ name: 'workspace', in: 'path', value: 'demo' }],
      body: undefined,
    })
  })

  it('says where a document is not as Arazzo has it, what it expected and what came', () => {
    const document = { workflows: [{ workflowId: 'a', steps: [{ stepId: 'b', operationId: 7 }] }] }
    expect(() => parseArazzo('story.yaml', document)).toThrow(
      'story.yaml/workflows/0/steps/0/operationId: expected a text, such as "login", and got 7.',
    )
    expect(() => parseArazzo('story.yaml', { workflows: 'none' })).toThrow('expected a list, and got "none"')
    expect(() => parseArazzo('story.yaml', null)).toThrow('story.yaml: expected an object')
  })
})
