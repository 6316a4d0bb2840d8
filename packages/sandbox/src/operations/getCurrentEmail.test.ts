import { expect, test } from 'vitest'
import { ada, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

test('answers the e-mail and nothing else', async () => {
  const { status, body, headers } = await call('GET /users/email', { as: ada })
  expect([status, body]).toEqual([200, 'ada@example.com'])
  expect(headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
})
