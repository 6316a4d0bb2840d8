import { expect, test } from 'vitest'
import { documentWith, documentWithSchema, lintWith } from '../testing/lint.ts'

const messagesOf = async (files: Record<string, string>) =>
  (await lintWith('draft', files)).map(({ message, at }) => `${at}: ${message}`)

test('an operation, a member and a parameter may be drafts', async () => {
  expect(await messagesOf(documentWith('get: { x-draft: true, responses: {} }'))).toEqual([])
  const query = 'get: { parameters: [{ name: role, in: query, x-draft: true, schema: {} }], responses: {} }'
  expect(await messagesOf(documentWith(query))).toEqual([])
  const member = 'type: object\nrequired: [label]\nproperties: { label: {}, note: { x-draft: true } }'
  expect(await messagesOf(documentWithSchema(member))).toEqual([])
})

test('a draft is marked with true', async () => {
  expect(await messagesOf(documentWith('get: { x-draft: "yes", responses: {} }'))).toEqual([
    'paths/operation.yaml#/get/x-draft: x-draft marks what is not published yet. Expected: `true`, or no such key: without it, the thread asks for all that the operation needs. Right: `x-draft: true`. Found: `"yes"`.',
  ])
  const member = 'type: object\nproperties: { note: { x-draft: false } }'
  expect(await messagesOf(documentWithSchema(member))).toEqual([
    expect.stringContaining('Some.yaml#/properties/note/x-draft: x-draft marks what is not published yet.'),
  ])
})

test.each([
  ['a member', 'type: object\nrequired: [label, note]\nproperties: { label: {}, note: { x-draft: true } }'],
  [
    'a member by reference',
    'required: [label, note]\nproperties: { note: { $ref: "#/$defs/n", x-draft: true } }\n$defs: { n: {} }',
  ],
])('%s that is required is no draft', async (_case, schema) => {
  expect(await messagesOf(documentWithSchema(schema))).toEqual([
    'components/schemas/Some.yaml#/required/1: The draft note is required. Expected: a member that may be left out, because the published document does not have it. Right: `required: [label]`. Found: `note` among what is required.',
  ])
})

test('a parameter that a call needs is no draft', async () => {
  const parameter = '{ name: email, in: path, required: true, x-draft: true, schema: {} }'
  expect(
    await messagesOf(documentWith(`get: { parameters: [${parameter}], responses: {} }`, '/{email}')),
  ).toEqual([expect.stringContaining('#/get/parameters/0/x-draft: The draft email is required.')])
})

test.each([
  [
    'a component',
    { ...documentWithSchema('type: object\nx-draft: true') },
    'A Schema cannot be a draft by itself',
  ],
  [
    'a response',
    documentWith('get: { responses: { "200": { x-draft: true, description: a } } }'),
    'A Response cannot',
  ],
  ['a path', documentWith('x-draft: true\nget: { responses: {} }'), 'A PathItem cannot'],
])('%s is no draft by itself', async (_case, files, message) => {
  expect(await messagesOf(files)).toEqual([expect.stringContaining(message)])
})
