import { expect, test } from 'vitest'
import { lintWith } from '../testing/lint.ts'
import { storyWith } from '../testing/story.ts'

const lintBody = (...lines: string[]) =>
  lintWith('workflow-payload', storyWith([['stepId: logIn', 'operationId: login', ...lines]]))

const lintPayload = (payload: string) =>
  lintBody(`requestBody: { contentType: application/json, payload: ${payload} }`)

const step = 'workflows/story.arazzo.yaml#/workflows/0/steps/0'

test.each([
  '{ email: $inputs.email, password: secret }',
  '{ email: a, password: b, device: { name: c }, tags: { any: thing } }',
  '$inputs.whole',
  `'{ "email": "{$inputs.email}", "password": "secret" }'`,
])('%s is fine', async (payload) => {
  expect(await lintPayload(payload)).toEqual([])
})

test('what replacements add is sent', async () => {
  const replaced = 'payload: { email: a }, replacements: [{ target: /password, value: b }]'
  expect(await lintBody(`requestBody: { contentType: application/json, ${replaced} }`)).toEqual([])
})

test('a misspelt member is one problem, with the name that is meant and a value that fits', async () => {
  const [problem, ...others] = await lintPayload('{ emial: a, password: b }')
  expect(others).toEqual([])
  expect(problem?.message).toContain(
    'sends emial, which the body of login does not have. Did you mean `email`?',
  )
  expect(problem?.message).toContain(
    'Expected: of email, password, device, tags. Right: `email: ada@example.com`',
  )
  expect(problem?.at).toBe(`${step}/requestBody/payload/emial`)
})

test('a member of a member is looked at', async () => {
  const problems = await lintPayload('{ email: a, password: b, device: { nam: c } }')
  expect(problems.map(({ at }) => at)).toEqual([`${step}/requestBody/payload/device/nam`])
})

test('required members that are missing are one problem', async () => {
  const [problem, ...others] = await lintPayload('{ tags: {} }')
  expect(others).toEqual([])
  expect(problem?.message).toContain('The step logIn does not send email, password, which login requires')
  expect(problem?.message).toContain('\n  email: ada@example.com\n  password: ada\n')
  expect(problem?.at).toBe(`${step}/requestBody/payload`)
})

test('a payload that is a text of JSON is read', async () => {
  const [problem] = await lintPayload(`'{ "emial": "a", "password": "b" }'`)
  expect(problem?.message).toContain('Did you mean `email`?')
})

test('a body that is required and missing is refused with a whole one', async () => {
  const [problem, ...others] = await lintBody()
  expect(others).toEqual([])
  expect(problem?.message).toContain('The step logIn sends no body, which login requires')
  expect(problem?.message).toContain('      email: ada@example.com\n')
})

test('another media type than the operation takes is refused', async () => {
  const [problem, ...others] = await lintBody('requestBody: { contentType: text/plain, payload: a }')
  expect(others).toEqual([])
  expect(problem?.message).toContain('Expected: application/json. Right: `contentType: application/json`')
  expect(problem?.at).toBe(`${step}/requestBody/contentType`)
})

test('a body for an operation that takes none is refused', async () => {
  const step = ['stepId: list', 'operationId: listInvites', 'requestBody: { payload: {} }']
  const [problem] = await lintWith('workflow-payload', storyWith([step]))
  expect(problem?.message).toContain('Expected: no body')
})

test('a required member that the schema does not describe is not asked for', async () => {
  const { 'components/schemas/Login.yaml': login = '', ...files } = storyWith([
    ['stepId: logIn', 'operationId: login', 'requestBody: { payload: { email: a, password: b } }'],
  ])
  const document = { ...files, 'components/schemas/Login.yaml': login.replace('[email,', '[emial, email,') }
  expect(await lintWith('workflow-payload', document)).toEqual([])
})
