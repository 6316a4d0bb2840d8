import { expect, test } from 'vitest'
import { lintWith } from '../testing/lint.ts'
import { storyWith } from '../testing/story.ts'

const lintParameters = (parameters: string | undefined, more: string[] = []) =>
  lintWith(
    'workflow-parameters',
    storyWith(
      [['stepId: list', 'operationId: listInvites', ...(parameters ? [`parameters: ${parameters}`] : [])]],
      more,
    ),
  )

const workspace = '{ name: workspace, in: path, value: $inputs.workspace }'
const step = 'workflows/story.arazzo.yaml#/workflows/0/steps/0'

test.each([
  `[${workspace}]`,
  `[${workspace}, { name: page, in: query, value: 2 }]`,
  `[${workspace}, { name: authorization, in: header, value: Bearer x }]`,
  `[${workspace}, { name: token, in: cookie, value: x }]`,
  `[${workspace}, { name: some, in: body, value: x }]`,
])('%s is fine', async (parameters) => {
  expect(await lintParameters(parameters)).toEqual([])
})

test('what the workflow gives to all of its steps counts', async () => {
  expect(await lintParameters(undefined, [`parameters: [${workspace}]`])).toEqual([])
})

test('a parameter by reference counts', async () => {
  const { 'workflows/story.arazzo.yaml': story = '', ...files } = storyWith([
    ['stepId: list', 'operationId: listInvites', 'parameters: [{ reference: $components.parameters.demo }]'],
  ])
  const components = 'components: { parameters: { demo: { name: workspace, in: path, value: demo } } }'
  const document = { 'workflows/story.arazzo.yaml': `${story}\n${components}`, ...files }
  expect(await lintWith('workflow-parameters', document)).toEqual([])
})

test('a misspelt name is one problem, with the name that is meant and an example that fits', async () => {
  const [problem, ...others] = await lintParameters(
    '[{ name: workspce, in: path, value: $inputs.workspace }]',
  )
  expect(others).toEqual([])
  expect(problem?.message).toContain(
    'gives listInvites a parameter that it does not take. Did you mean `workspace`?',
  )
  expect(problem?.message).toContain('Expected: of workspace (path), page (query)')
  expect(problem?.message).toContain(`Right: \`${workspace}\`. Found: workspce (path)`)
  expect(problem?.at).toBe(`${step}/parameters/0`)
})

test.each([
  ['{ name: workspace, in: query, value: demo }', 'Found: workspace (query)'],
  ['{ name: workspace, value: demo }', 'Found: workspace, without `in`'],
])('the right name in a wrong place is one problem: %s', async (parameter, found) => {
  const [problem, ...others] = await lintParameters(`[${parameter}]`)
  expect(others).toEqual([])
  expect(problem?.message).toContain('gives workspace in another place than listInvites takes it')
  expect(problem?.message).toContain(found)
})

test('a header that no operation takes is refused', async () => {
  const [problem] = await lintParameters(`[${workspace}, { name: X-Page, in: header, value: 1 }]`)
  expect(problem?.message).toContain('Found: X-Page (header)')
})

test.each([
  [undefined, 'stepId'],
  ['[{ name: page, in: query, value: 2 }]', 'parameters'],
])('a required parameter that is missing is refused, with the line to add', async (parameters, key) => {
  const [problem, ...others] = await lintParameters(parameters)
  expect(others).toEqual([])
  expect(problem?.message).toContain('does not give listInvites the parameter workspace')
  expect(problem?.message).toContain(`  parameters:\n    - ${workspace}\n`)
  expect(problem?.at).toBe(`${step}/${key}`)
})

test('a name in the path is taken, declared or not: another rule reports that', async () => {
  const { 'paths/w_{workspace}_invites.yaml': invites = '', ...files } = storyWith([
    ['stepId: list', 'operationId: listInvites', `parameters: [${workspace}]`],
  ])
  const undeclared = invites.split('\n').slice(2).join('\n')
  const document = { ...files, 'paths/w_{workspace}_invites.yaml': undeclared }
  expect(await lintWith('workflow-parameters', document)).toEqual([])
})

test('the example keeps the value that is given', async () => {
  const [problem] = await lintParameters('[{ name: workspce, in: path, value: $steps.find.outputs.id }]')
  expect(problem?.message).toContain('Right: `{ name: workspace, in: path, value: $steps.find.outputs.id }`')
})
