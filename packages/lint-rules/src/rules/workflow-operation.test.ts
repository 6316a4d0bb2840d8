import { expect, test } from 'vitest'
import { lintWith } from '../testing/lint.ts'
import { storyWith } from '../testing/story.ts'

const lintStep = (line: string) => lintWith('workflow-operation', storyWith([['stepId: make', line]]))

test.each([
  'operationId: login',
  'operationId: "login" # a comment',
  'operationId: $sourceDescriptions.userApi.login',
  'operationPath: "{$sourceDescriptions.userApi.url}#/paths/~1w~1{workspace}~1invites/get"',
  'workflowId: another',
])('%s is fine', async (line) => {
  expect(await lintStep(line)).toEqual([])
})

test.each([
  ['logn', 'Did you mean `login`?', 'operationId: login'],
  [
    '$sourceDescriptions.userApi.logn',
    'Did you mean `login`?',
    'operationId: $sourceDescriptions.userApi.login',
  ],
  ['userApi.login', 'Did you mean `login`?', 'operationId: login'],
  ['whatever', 'Expected: the operationId', 'operationId: login'],
])('a step that calls %s, which is no operation, is refused', async (id, question, right) => {
  const [problem, ...others] = await lintStep(`operationId: ${id}`)
  expect(others).toEqual([])
  expect(problem?.message).toContain('which is no operation')
  expect(problem?.message).toContain(question)
  expect(problem?.message).toContain(`Right: \`${right}\`. Found: ${id}`)
  expect(problem?.at).toBe('workflows/story.arazzo.yaml#/workflows/0/steps/0/operationId')
})

test('a source that is not described is refused', async () => {
  const misspelt = 'userApi'.slice(1)
  const [problem] = await lintStep(`operationId: $sourceDescriptions.${misspelt}.login`)
  expect(problem?.message).toContain(
    `an operation of ${misspelt}, which is no source. Did you mean \`userApi\`?`,
  )
  expect(problem?.message).toContain('Right: `operationId: $sourceDescriptions.userApi.login`')
})

test('a path that has no such operation is refused, with the nearest', async () => {
  const [problem] = await lintStep(
    'operationPath: "{$sourceDescriptions.userApi.url}#/paths/~1w~1{workspace}~1invite/get"',
  )
  expect(problem?.message).toContain('Did you mean `get /w/{workspace}/invites`?')
  expect(problem?.message).toContain('#/paths/~1w~1{workspace}~1invites/get"`')
  expect(problem?.at).toBe('workflows/story.arazzo.yaml#/workflows/0/steps/0/operationPath')
})

test('the ids of links are no operations', async () => {
  const { 'paths/login.yaml': login = '', ...files } = storyWith([['stepId: make', 'operationId: linked']])
  const withLink = `${login.replace('description: token', 'description: token, links: { next: { operationId: linked } }')}`
  expect(await lintWith('workflow-operation', { ...files, 'paths/login.yaml': withLink })).toHaveLength(1)
})

test('of two operations with one id, nothing is said: another rule reports that', async () => {
  const { 'paths/w_{workspace}_invites.yaml': invites = '', ...files } = storyWith([
    ['stepId: in', 'operationId: login'],
  ])
  const twice = { ...files, 'paths/w_{workspace}_invites.yaml': invites.replace('listInvites', 'login') }
  for (const rule of ['workflow-operation', 'workflow-parameters', 'workflow-payload'])
    expect(await lintWith(rule, twice)).toEqual([])
})

test('a step that calls a draft is told', async () => {
  const { 'paths/login.yaml': login = '', ...files } = storyWith([['stepId: in', 'operationId: login']])
  const document = { ...files, 'paths/login.yaml': login.replace('post:\n', 'post:\n  x-draft: true\n') }
  expect(await lintWith('workflow-operation', document)).toEqual([
    {
      message:
        'The step in calls a draft. Expected: an operation that is published, because a server is told the workflow. Right: `no such step`. Found: login.',
      at: expect.stringContaining('/workflows/0/steps/0/operationId'),
    },
  ])
})
