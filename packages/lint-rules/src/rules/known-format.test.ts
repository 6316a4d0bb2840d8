import { expect, test } from 'vitest'
import { documentWithSchema, lintWith } from '../testing/lint.ts'

const lintSchema = (schema: string, options = {}) =>
  lintWith(
    'known-format',
    { ...documentWithSchema(schema), 'components/schemas/Text.yaml': 'type: string' },
    options,
  )

test.each(['date-time', 'uuid', 'int64', 'password', 'http-date'])('%s is fine', async (format) => {
  expect(await lintSchema(`type: string\nformat: ${format}`)).toEqual([])
})

test('a member that is called format is no format', async () => {
  expect(
    await lintSchema('type: object\nproperties: { format: { const: csv } }\nexamples: [{ format: csv }]'),
  ).toEqual([])
})

test.each([
  ['datetime', 'date-time'],
  ['e-mail', 'email'],
  ['guid', 'uuid'],
])('%s is refused, and %s is what it was meant to be', async (format, meant) => {
  const [problem, ...others] = await lintSchema(`type: string\nformat: ${format}`)
  expect(others).toEqual([])
  expect(problem?.message).toContain(
    `The format ${format} is unknown, so nothing checks it. Did you mean \`${meant}\`?`,
  )
  expect(problem?.message).toContain(`Right: \`format: ${meant}\``)
  expect(problem?.at).toBe('components/schemas/Some.yaml#/format')
})

test('one that is near to none is refused with an example', async () => {
  const [problem] = await lintSchema('type: string\nformat: phone-number')
  expect(problem?.message).toContain('so nothing checks it. Expected:')
})

test('one beside a reference is seen', async () => {
  const problems = await lintSchema('properties: { at: { $ref: Text.yaml, format: datetime } }')
  expect(problems.map(({ at }) => at)).toEqual(['components/schemas/Some.yaml#/properties/at/format'])
})

test('a format of the option `own` is fine', async () => {
  expect(await lintSchema('type: string\nformat: iban', { own: ['iban'] })).toEqual([])
})

test('the inputs of a workflow are looked at, too', async () => {
  const [problem] = await lintWith('known-format', {
    'story.arazzo.yaml': [
      'arazzo: 1.0.1',
      'workflows:',
      '  - workflowId: story',
      '    inputs: { type: object, properties: { from: { type: string, format: datetime } } }',
      '    steps: []',
    ].join('\n'),
  })
  expect(problem?.at).toBe('story.arazzo.yaml#/workflows/0/inputs/properties/from/format')
})
