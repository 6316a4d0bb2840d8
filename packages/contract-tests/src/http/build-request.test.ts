import { expect, test } from 'vitest'
import type { OperationDescription } from '../document/operation.ts'
import { buildRequest } from './build-request.ts'

const baseUrl = 'http://localhost:8000/api'
const updateUser: OperationDescription = {
  id: 'updateUser',
  method: 'POST',
  path: '/w/{workspace}/users/update/{username}',
  requestMediaType: 'application/json',
  statuses: ['200', '401'],
  idempotent: false,
  internal: false,
}

test('fills the path, encodes each value as one segment, and writes the body as JSON', () => {
  const input = { path: { workspace: 'demo', username: 'a/b' }, body: { is_admin: true } }
  expect(buildRequest(baseUrl, { operation: updateUser, input, credentials: 'none' })).toEqual({
    method: 'POST',
    url: 'http://localhost:8000/api/w/demo/users/update/a%2Fb',
    headers: { 'content-type': 'application/json' },
    body: '{"is_admin":true}',
  })
})

test('repeats a parameter of the query for each of its values', () => {
  const operation = { ...updateUser, path: '/users', requestMediaType: undefined }
  const input = { query: { page: ['1', '2'], per_page: 30 } }
  const { url } = buildRequest(baseUrl, { operation, input, credentials: 'none' })
  expect(url).toBe('http://localhost:8000/api/users?page=1&page=2&per_page=30')
})

test.each([
  [{ kind: 'bearer' }, { authorization: 'Bearer abc' }],
  [{ kind: 'basic' }, { authorization: 'Basic abc' }],
  [{ kind: 'apiKey', in: 'cookie', parameter: 'token' }, { cookie: 'token=abc' }],
  [{ kind: 'apiKey', in: 'header', parameter: 'X-Key' }, { 'x-key': 'abc' }],
] as const)('carries a token by %j', (by, headers) => {
  const operation = { ...updateUser, requestMediaType: undefined }
  const request = buildRequest(baseUrl, { operation, input: {}, credentials: { by, token: 'abc' } })
  expect(request.headers).toEqual(headers)
})

test('adds a cookie to those that a request has', () => {
  const by = { kind: 'apiKey', in: 'cookie', parameter: 'token' } as const
  const input = { headers: { cookie: 'csrf=1' } }
  const { headers } = buildRequest(baseUrl, {
    operation: updateUser,
    input,
    credentials: { by, token: 'abc' },
  })
  expect(headers['cookie']).toBe('csrf=1; token=abc')
})

test('sends raw text, or nothing, in place of the body', () => {
  const parts = { operation: updateUser, input: { body: {} }, credentials: 'none' } as const
  const malformed = buildRequest(baseUrl, { ...parts, raw: { contentType: 'application/json', text: '{"' } })
  const nothing = buildRequest(baseUrl, { ...parts, raw: { contentType: undefined, text: undefined } })
  expect(malformed).toMatchObject({ body: '{"', headers: { 'content-type': 'application/json' } })
  expect(nothing).toMatchObject({ body: undefined, headers: {} })
})

test('sends the same bytes under another media type', () => {
  const parts = { operation: updateUser, input: { body: {} }, credentials: 'none' } as const
  expect(buildRequest(baseUrl, { ...parts, contentType: 'text/plain' })).toMatchObject({
    body: '{}',
    headers: { 'content-type': 'text/plain' },
  })
})
