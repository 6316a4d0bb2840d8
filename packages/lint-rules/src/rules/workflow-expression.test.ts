import { expect, test } from 'vitest'
import { lintWith } from '../testing/lint.ts'
import { loginStep, storyWith } from '../testing/story.ts'

const listStep = (...lines: string[]) => [
  'stepId: list',
  'operationId: listInvites',
  'successCriteria: [{ condition: $statusCode == 200 }]',
  ...lines,
]

const lintValue = (value: string) =>
  lintWith(
    'workflow-expression',
    storyWith([
      loginStep,
      listStep(`parameters: [{ name: workspace, in: path, value: ${JSON.stringify(value)} }]`),
      ['stepId: end', 'operationId: login', 'outputs: { some: $statusCode }'],
    ]),
  )

const lintLines = (...lines: string[]) =>
  lintWith('workflow-expression', storyWith([['stepId: list', 'operationId: listInvites', ...lines]]))

test.each([
  '$inputs.workspace',
  '$steps.logIn.outputs.token',
  '$steps.logIn.outputs.token#/0/id',
  'Bearer {$steps.logIn.outputs.token}',
  '$statusCode',
  '$request.header.accept',
  '$sourceDescriptions.userApi.url',
  '$5 for {nobody}',
  '$workflow_order_id',
  '$response.body.id',
])('%s is fine', async (value) => {
  expect(await lintValue(value)).toEqual([])
})

test.each([
  ['$inputs.workspce', 'The workflow has no input workspce. Did you mean `workspace`?', '$inputs.workspace'],
  [
    '$steps.login.outputs.token',
    'There is no step login. Did you mean `logIn`?',
    '$steps.logIn.outputs.token',
  ],
  [
    'Bearer {$steps.logIn.outputs.tokn}',
    'The step logIn has no output tokn. Did you mean `token`?',
    '$steps.logIn.outputs.token',
  ],
  ['$steps.end.outputs.some', 'The step end comes later. Expected: of logIn', '$steps.logIn.outputs.some'],
  ['$sourceDescriptions.usrApi.url', 'There is no source usrApi', '$sourceDescriptions.userApi.url'],
  ['$workflows.stori.outputs.a', 'There is no workflow stori', '$workflows.story.outputs.a'],
  ['$input.workspace', 'There is nothing called $input. Did you mean `inputs`?', '$inputs.workspace'],
])('%s is refused where it stands', async (value, wrong, right) => {
  const [problem, ...others] = await lintValue(value)
  expect(others).toEqual([])
  expect(problem?.message).toContain(wrong)
  expect(problem?.message).toContain(`Right: \`${right}\``)
  expect(problem?.at).toBe('workflows/story.arazzo.yaml#/workflows/0/steps/1/parameters/0/value')
})

test.each([
  ['$response.body#/0/email == $inputs.email', []],
  ['$response.body#/0/parent/parent/email == "$inputs.nothing"', []],
  [
    '$response.body#/0/emial == $inputs.email',
    ['The response of listInvites has no emial. Did you mean `email`?'],
  ],
  [
    '$response.body#/email == $inputs.emial',
    ['The response of listInvites has no email', 'The workflow has no input emial'],
  ],
  ['$statusCode == 200 && $inputs.emial != null', ['The workflow has no input emial']],
])('in the condition %s is wrong: %j', async (condition, wrongs) => {
  const problems = await lintLines(`successCriteria: [{ condition: ${JSON.stringify(condition)} }]`)
  expect(problems.map(({ message }) => message)).toEqual(
    wrongs.map((wrong) => expect.stringContaining(wrong)),
  )
  expect(problems.every(({ at }) => at.endsWith('/steps/0/successCriteria/0/condition'))).toBe(true)
})

test('the status that a step asks for says which response is meant', async () => {
  const criteria = '[{ condition: $statusCode == 404 }, { condition: $response.body#/error == "none" }]'
  expect(await lintLines(`successCriteria: ${criteria}`)).toEqual([])
  const [problem] = await lintLines(`successCriteria: ${criteria.replace('404', '200')}`)
  expect(problem?.message).toContain('The response of listInvites has no error')
})

test('an output that reads what the response does not have is refused, with the nearest', async () => {
  const [problem] = await lintLines('outputs: { first: $response.body#/0/emial }')
  expect(problem?.message).toContain('Right: `$response.body#/0/email`')
  expect(problem?.at).toMatch(/outputs\/first$/)
})

test('a JSONPath and a regular expression are no expressions', async () => {
  const criteria =
    '[{ type: jsonpath, context: $response.body, condition: $.inputs.nothing }, { type: regex, context: $inputs.emial, condition: ^$input }]'
  const problems = await lintLines(`successCriteria: ${criteria}`)
  expect(problems.map(({ at }) => at.split('/').at(-1))).toEqual(['context'])
})

test('where steps are jumped to, a later one may have run', async () => {
  const first = listStep(
    'parameters: [{ name: workspace, in: path, value: $steps.end.outputs.some }]',
    'onFailure: [{ name: again, type: goto, stepId: end }]',
  )
  const steps = [first, ['stepId: end', 'operationId: login', 'outputs: { some: $statusCode }']]
  expect(await lintWith('workflow-expression', storyWith(steps))).toEqual([])
})

test('the outputs of the workflow are looked at', async () => {
  const [problem] = await lintWith(
    'workflow-expression',
    storyWith([loginStep], ['outputs: { token: $steps.logIn.outputs.tokn }']),
  )
  expect(problem?.at).toBe('workflows/story.arazzo.yaml#/workflows/0/outputs/token')
})

test('a required member that the schema does not describe is not missed in the response', async () => {
  const { 'components/schemas/Invite.yaml': invite = '', ...files } = storyWith([
    ['stepId: list', 'operationId: listInvites', 'outputs: { first: $response.body#/0/role }'],
  ])
  const document = { ...files, 'components/schemas/Invite.yaml': invite.replace('[email]', '[email, role]') }
  expect(await lintWith('workflow-expression', document)).toEqual([])
})
