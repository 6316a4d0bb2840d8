import { expect, test } from 'vitest'
import { exchangeWith } from '../../test/exchange.ts'
import { Mismatch } from '../errors.ts'
import { createSecrets } from '../http/secrets.ts'
import { toViolation } from './finding.ts'

const check = { rule: 'credentials-missing', title: 'returns 401 to a call without credentials' } as const

test('names the operation, the rule, what was expected and what came, with the call that shows it', async () => {
  const exchange = await exchangeWith({
    status: 200,
    headers: { 'content-type': 'text/plain' },
    body: 'fine',
  })
  const { operation, request } = exchange
  const mismatch = new Mismatch({ operation, request, exchange, expected: 'status 401', came: 'status 200' })
  expect(toViolation(mismatch, check, createSecrets())).toEqual({
    operation: 'createToken',
    rule: 'credentials-missing',
    place: {
      pointer: '/paths/~1users~1tokens~1create/post/responses/401',
      line: expect.any(Number),
      source: expect.stringMatching(/^paths\/users_tokens_create\.yaml:\d+$/),
    },
    demand: 'A call without credentials is refused.',
    meaning: 'Anybody may call.',
    title: 'returns 401 to a call without credentials',
    expected: 'status 401',
    came: 'status 200',
    request: 'POST http://localhost:8000/api/users/tokens/create\n\n{}',
    curl: "curl -i -X POST 'http://localhost:8000/api/users/tokens/create' --data-raw '{}'",
    response: '200\ncontent-type: text/plain\n\nfine',
  })
})

test('keeps the rule that a mismatch names itself', async () => {
  const { operation, request } = await exchangeWith({ status: 404 })
  const mismatch = new Mismatch({ operation, request, rule: 'error-body', expected: 'a line', came: 'none' })
  expect(toViolation(mismatch, check, createSecrets())).toMatchObject({
    rule: 'error-body',
    response: undefined,
  })
})

test('holds no secret in any part', async () => {
  const token = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'
  const secrets = createSecrets()
  secrets.add(token)
  const exchange = await exchangeWith({
    status: 200,
    headers: { 'x-echo': token, 'set-cookie': `token=${token}` },
    body: token,
  })
  const request = {
    ...exchange.request,
    headers: { authorization: `Bearer ${token}` },
    body: `{"x":"${token}"}`,
  }
  const mismatch = new Mismatch({
    operation: 'logout',
    request,
    exchange,
    expected: 'another body',
    came: `the body ${token}`,
  })
  expect(JSON.stringify(toViolation(mismatch, check, secrets))).not.toContain(token)
})
