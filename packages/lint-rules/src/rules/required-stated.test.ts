import { expect, test } from 'vitest'
import { documentWithSchema, lintWith } from '../testing/lint.ts'

test.each([
  ['a list', 'type: object\nrequired: [email]\nproperties: { email: { type: string } }'],
  ['an empty list', 'type: object\nrequired: []'],
  ['nothing, on a text', 'type: string'],
])('%s is fine', async (_case, schema) => {
  expect(await lintWith('required-stated', documentWithSchema(schema))).toEqual([])
})

test.each([
  ['with members', 'type: object\nproperties: { email: { type: string } }'],
  ['without members', 'type: object'],
  ['without a type', 'properties: { email: { type: string } }'],
])('an object that does not say what is required is refused, %s', async (_case, schema) => {
  const [problem, ...others] = await lintWith('required-stated', documentWithSchema(schema))
  expect(others).toEqual([])
  expect(problem?.message).toContain('Right: `required: []`')
  expect(problem?.at).toBe('components/schemas/Some.yaml#/')
})
