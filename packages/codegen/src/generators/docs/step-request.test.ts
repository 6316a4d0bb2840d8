import { describe, expect, test } from 'vitest'
import { readDocument } from '../../model/index.ts'
import { stepRequest } from './step-request.ts'

const shelf = { name: 'shelf', in: 'path', required: true, schema: { type: 'string' } }
const token = { name: 'Authorization', in: 'header', value: 'Bearer {$steps.logIn.outputs.token}' }

/** The request of a step that calls `PUT /shelves/{shelf}`. */
function requestOf(step: object, operation: object = {}) {
  const put = { operationId: 'putShelf', responses: { 204: { description: 'Done.' } }, ...operation }
  const steps = [{ stepId: 'put', operationId: 'putShelf', ...step }]
  const model = readDocument(
    {
      openapi: '3.1.1',
      info: { title: 'Library', version: '1.0.0' },
      paths: { '/shelves/{shelf}': { parameters: [shelf], put } },
    },
    [{ arazzo: '1.0.1', workflows: [{ workflowId: 'put', steps }] }],
  )
  const [read] = model.workflows[0]?.steps ?? []
  const [called] = model.operations
  return read && called && stepRequest(read, called)
}

const ofShelf = { name: 'shelf', in: 'path', value: '$inputs.shelf' }

test('a page can send a step whose values are one text each, with a body of JSON', () => {
  const content = { 'application/json': { schema: { type: 'object' } } }
  const step = { parameters: [token, ofShelf], requestBody: { payload: { name: '$inputs.name' } } }
  expect(requestOf(step, { requestBody: { content } })).toEqual({
    method: 'PUT',
    path: '/shelves/{shelf}',
    mediaType: 'application/json',
  })
})

describe('a page sends no step that it could send only wrong', () => {
  const form = { content: { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } } }
  const tags = { name: 'tags', in: 'query', schema: { type: 'array', items: { type: 'string' } } }

  test.each([
    ['a cookie', { parameters: [ofShelf, { name: 'session', in: 'cookie', value: 's' }] }, {}],
    [
      'a list in the URL',
      { parameters: [ofShelf, { ...tags, value: '$inputs.tags' }] },
      { parameters: [tags] },
    ],
    ['a form', { parameters: [ofShelf], requestBody: { payload: { name: 'a' } } }, { requestBody: form }],
    ['another server', { parameters: [ofShelf] }, { servers: [{ url: 'https://other.example' }] }],
    ['a path that is not filled in', {}, {}],
  ])('such as one with %s', (_, step, operation) => {
    expect(requestOf(step, operation)).toBeUndefined()
  })
})
