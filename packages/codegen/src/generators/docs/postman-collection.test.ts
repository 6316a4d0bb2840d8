import { expect, test } from 'vitest'
import { foreignDocuments, readForeignDocument } from '../../../test/foreign-documents.ts'
import { readDocument } from '../../model/index.ts'
import { postmanCollection } from './postman-collection.ts'

const shelf = { name: 'shelf', in: 'path', required: true, schema: { type: 'string' }, example: 'a/1' }
const limit = { name: 'limit', in: 'query', schema: { type: 'integer' }, example: 5 }
const content = { 'application/json': { schema: { type: 'object' }, example: { name: 'Poems' } } }
const responses = { 200: { description: 'Done.' } }

const document = {
  openapi: '3.1.1',
  info: { title: 'Library', version: '1.0.0' },
  servers: [{ url: 'https://library.example' }],
  components: { securitySchemes: { bearerAuth: { type: 'http', scheme: 'bearer' } } },
  paths: {
    '/login': { post: { operationId: 'login', summary: 'Log in', responses } },
    '/shelves/{shelf}': {
      put: {
        operationId: 'putShelf',
        summary: 'Put a shelf',
        security: [{ bearerAuth: [] }],
        parameters: [shelf, limit],
        requestBody: { content },
        responses,
      },
    },
  },
}

const arazzo = {
  arazzo: '1.0.1',
  workflows: [
    {
      workflowId: 'fill',
      inputs: { type: 'object', properties: { name: { type: 'string', default: 'Poems' } } },
      steps: [
        { stepId: 'logIn', operationId: 'login', outputs: { token: '$response.body' } },
        {
          stepId: 'put',
          operationId: 'putShelf',
          parameters: [
            { name: 'Authorization', in: 'header', value: 'Bearer {$steps.logIn.outputs.token}' },
            { name: 'shelf', in: 'path', value: '$inputs.name' },
            { name: 'limit', in: 'query', value: 5 },
          ],
          requestBody: { payload: { name: '$inputs.name' } },
          successCriteria: [
            { condition: '$statusCode == 200' },
            { condition: '$response.body#/0/name == $inputs.name' },
          ],
        },
      ],
    },
  ],
}

const collection = JSON.parse(JSON.stringify(postmanCollection(readDocument(document, [arazzo]))))
const [operations, workflows] = collection.item

test('an operation is the call of its sample, with the token of the collection where it needs one', () => {
  const [login, putShelf] = operations.item
  expect(login.request).toMatchObject({ method: 'POST', url: '{{baseUrl}}/login', auth: { type: 'noauth' } })
  expect(putShelf.request).toEqual({
    method: 'PUT',
    description: 'Put a shelf',
    url: '{{baseUrl}}/shelves/a%2F1?limit=5',
    header: [{ key: 'Content-Type', value: 'application/json' }],
    body: { mode: 'raw', raw: '{\n  "name": "Poems"\n}' },
  })
})

test('inputs of a workflow are variables of its own, with their examples', () => {
  expect(collection.variable).toContainEqual({ key: 'fill.name', value: 'Poems' })
  expect(collection.variable).toContainEqual({ key: 'baseUrl', value: 'https://library.example' })
})

test('a step names variables, which an earlier step has set', () => {
  const [logIn, put] = workflows.item[0].item
  expect(logIn.event[0].script.exec).toContain('pm.collectionVariables.set("fill.logIn.token", body)')
  expect(put.request).toMatchObject({
    url: '{{baseUrl}}/shelves/{{fill.name}}?limit=5',
    header: [
      { key: 'Authorization', value: 'Bearer {{fill.logIn.token}}' },
      { key: 'Content-Type', value: 'application/json' },
    ],
    body: { raw: '{\n  "name": "{{fill.name}}"\n}' },
  })
})

test('a step holds its response to what the workflow expects', () => {
  const [, put] = workflows.item[0].item
  expect(put.event[0].script.exec.slice(2)).toEqual([
    'pm.test("$statusCode == 200", () => pm.expect(pm.response.code).to.eql(200))',
    'pm.test("$response.body#/0/name == $inputs.name", () => pm.expect(["0","name"].reduce((part, name) => part?.[name], body)).to.eql(pm.variables.replaceIn("{{fill.name}}")))',
  ])
})

test.each(foreignDocuments)('of the document %s, no part of a path is left open', (name) => {
  const text = JSON.stringify(postmanCollection(readForeignDocument(name)))
  expect(text).not.toMatch(/"url":"\{\{baseUrl\}\}[^"]*[^{]\{\w/)
})
