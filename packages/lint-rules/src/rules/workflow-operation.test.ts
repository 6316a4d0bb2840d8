import { expect, test } from 'vitest'
import { lintWith } from '../testing/lint.ts'

const storyCalling = (operationId: string) => ({
  'workflows/story.arazzo.yaml': [
    'arazzo: 1.0.1',
    'sourceDescriptions: [{ name: userApi, type: openapi, url: ../openapi.yaml }]',
    'workflows:',
    '  - workflowId: story',
    '    steps:',
    `      - { stepId: make, operationId: ${operationId} }`,
  ].join('\n'),
  'paths/tokens.yaml': [
    'post:',
    '  operationId: createToken',
    '  responses:',
    '    "201":',
    '      links:',
    '        deleteToken:',
    '          operationId: deleteToken',
  ].join('\n'),
})

test('a step that calls an operation of the document is fine', async () => {
  expect(await lintWith('workflow-operation', storyCalling('createToken'))).toEqual([])
})

test.each(['makeToken', 'deleteToken'])(
  'a step that calls %s, which no path file declares, is refused',
  async (id) => {
    const [problem, ...others] = await lintWith('workflow-operation', storyCalling(id))
    expect(others).toEqual([])
    expect(problem?.message).toContain(`The step make calls ${id}, which is no operation`)
    expect(problem?.at).toBe('workflows/story.arazzo.yaml#/workflows/0/steps/0/operationId')
  },
)

test('a document without path files declares nothing', async () => {
  const { 'workflows/story.arazzo.yaml': story = '' } = storyCalling('createToken')
  expect(await lintWith('workflow-operation', { 'story.arazzo.yaml': story })).toHaveLength(1)
})
