import { expect, test } from 'vitest'
import { curlCommand } from './curl.ts'

const url = 'http://localhost:8000/api/users/tokens/create'

test('writes method, headers and body as a shell takes them', () => {
  const headers = { 'content-type': 'application/json' }
  expect(curlCommand({ method: 'POST', url, headers, body: '{"label":"Ada\'s"}' })).toBe(
    `curl -i -X POST '${url}' -H 'content-type: application/json' --data-raw '{"label":"Ada'\\''s"}'`,
  )
})

test('says HEAD in curl’s own way, and nothing for GET', () => {
  expect(curlCommand({ method: 'HEAD', url, headers: {}, body: undefined })).toBe(`curl -i --head '${url}'`)
  expect(curlCommand({ method: 'GET', url, headers: {}, body: undefined })).toBe(`curl -i '${url}'`)
})

test('shows no secret', () => {
  const headers = { authorization: 'Bearer Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX', cookie: 'token=Qm3vK9xTzL' }
  const body = '{"password":"analytical-engine"}'
  const command = curlCommand({ method: 'POST', url, headers, body })
  expect(command).toContain("-H 'authorization: Bearer [secret]'")
  expect(command).not.toMatch(/Qm3v|analytical/)
})
