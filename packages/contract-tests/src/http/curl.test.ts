import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { isPrintableLine } from '../text/printable.ts'
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

test('shortens a body of 1 MiB, and says so where a shell reads no further', async () => {
  const body = JSON.stringify({ label: 'a'.repeat(1_048_564) })
  const command = curlCommand({ method: 'POST', url, headers: {}, body })
  expect(command.length).toBeLessThan(3000)
  expect(command).toMatch(/more characters\)' # shortened: the body has 1,048,576 characters$/)
  expect(await wordsOf(command)).toHaveLength(7)
})

test('shortens a URL and a header, too', () => {
  const headers = { 'x-long': 'a'.repeat(100_000) }
  const command = curlCommand({
    method: 'GET',
    url: `${url}?q=${'a'.repeat(100_000)}`,
    headers,
    body: undefined,
  })
  expect(command.length).toBeLessThan(4000)
  expect(command).toContain('# shortened: the URL has 100,048 characters, a header has 100,008 characters')
})

test('shows nothing that a terminal obeys, and sends it all the same', async () => {
  const body = '{"label":"\u001b[2J\u009b1m\u202eab\n##[error]\\ \'"}'
  const command = curlCommand({ method: 'POST', url, headers: {}, body })
  expect(isPrintableLine(command)).toBe(true)
  expect((await wordsOf(command)).at(-1)).toBe(body)
})

test('masks what is known as a secret before it is shortened or escaped', () => {
  const secret = 'pass\u202eword'
  const mask = (text: string) => text.replaceAll(secret, '[secret]')
  const command = curlCommand({ method: 'POST', url, headers: {}, body: `${secret} and more` }, mask)
  expect(command).toContain("--data-raw '[secret] and more'")
})

/** The words as which a shell reads a command. */
async function wordsOf(command: string): Promise<string[]> {
  const script = `curl() { printf '%s\\0' curl "$@"; }\n${command}\n`
  const { stdout } = await promisify(execFile)('bash', ['-c', script])
  return stdout.split('\0').slice(0, -1)
}
