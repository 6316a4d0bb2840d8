import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { PageRequest } from '../page-request.ts'
import { buildCall, type Call } from './build-call.ts'
import { clientCodeOf, curlOf } from './call-code.ts'

const baseUrl = 'http://localhost:8000/api'

const request: PageRequest = {
  id: 'updateUser',
  method: 'POST',
  path: '/w/{workspace}/users/update/{username}',
  token: true,
  parameters: [
    { name: 'workspace', in: 'path', required: true, value: 'demo', member: 'workspace', isText: true },
    { name: 'username', in: 'path', required: true, value: 'ada', member: 'username', isText: true },
    { name: 'per_page', in: 'query', required: false, value: '30', member: 'per_page', isText: false },
  ],
  body: { mediaType: 'application/json', text: '{}' },
}

const call: Call = { request, values: ['demo', 'a/b $&', '5'], body: '{"is_admin": true, "x-note": "it\'s"}' }

test('a call has each value at its place, encoded', () => {
  expect(buildCall(call, `${baseUrl}/`, 'secret')).toEqual({
    url: `${baseUrl}/w/demo/users/update/a%2Fb%20%24%26?per_page=5`,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: 'Bearer secret' },
    body: call.body,
  })
})

test('a call leaves out an empty part of the query', () => {
  expect(buildCall({ ...call, values: ['demo', 'ada', ''] }, baseUrl).url).toBe(
    `${baseUrl}/w/demo/users/update/ada`,
  )
})

describe('the code of a call', () => {
  test('for a shell sends the same, and names the variable of the token', async () => {
    const command = curlOf(call, baseUrl, true).replace(/^curl/, "printf '%s\\n'")
    const { stdout } = await promisify(execFile)('sh', ['-c', command], {
      env: { WINDMILL_TOKEN: 'from-the-shell' },
    })
    expect(stdout.split('\n')).toEqual([
      ...['--request', 'POST'],
      ...['--header', 'Authorization: Bearer from-the-shell'],
      ...['--header', 'Content-Type: application/json'],
      ...['--data', call.body],
      `${baseUrl}/w/demo/users/update/a%2Fb%20%24%26?per_page=5`,
      '',
    ])
  })

  test('for the client has parameters and body as one object', () => {
    expect(clientCodeOf(call)).toBe(
      'await api.updateUser({ workspace: "demo", username: "a/b $&", per_page: 5, body: { is_admin: true, "x-note": "it\'s" } })',
    )
    const { body: _, ...read } = request
    expect(clientCodeOf({ request: { ...read, parameters: [] }, values: [], body: undefined })).toBe(
      'await api.updateUser()',
    )
  })

  test('for the client does not exist where the body is not JSON', () => {
    expect(clientCodeOf({ ...call, body: '{"is_admin":' })).toBeUndefined()
  })
})
