import fc from 'fast-check'
import { expect, test } from 'vitest'
import { operations } from '../src/generated/document/operations.ts'
import { ada, admin, grace, useSandbox } from './use-sandbox.ts'

const { fetch } = useSandbox()

const oddText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '\0',
    '\ud83d',
    '🔑',
    "'; drop table account; --",
    '__proto__',
    'x'.repeat(10_000),
    'demo',
    'ada',
  ),
)

/** What no Request can carry is passed over: a path is sent as a URL, a header as Latin-1. */
const pathValue = fc.oneof(
  oddText.map((text) => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, ''))),
  fc.constantFrom(
    '%',
    '%ZZ',
    '%FF',
    '%00',
    '%2F',
    '%2e%2e',
    '%252F',
    'demo',
    'ada',
    'ada@example.com',
    '...',
  ),
)

const oddJson = fc.oneof(
  fc.json(),
  fc
    .dictionary(
      fc.constantFrom(
        'email',
        'password',
        'username',
        'is_admin',
        'workspace_id',
        'label',
        'expiration',
        '__proto__',
      ),
      fc.oneof(
        oddText,
        fc.jsonValue(),
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      ),
    )
    .map((body) => JSON.stringify(body)),
)

const oddRequest = fc.record({
  operation: fc.constantFrom(...Object.values(operations)),
  values: fc.array(pathValue, { minLength: 2, maxLength: 2 }),
  query: fc.oneof(
    fc.constant(''),
    fc.webQueryParameters(),
    fc.constantFrom('page=1e9', 'page=%', 'per_page=0x1f'),
  ),
  token: fc.constantFrom(ada, grace, admin, admin, 'unknown', ''),
  cookie: fc.constantFrom('', 'token', 'token=', `token=${ada}`, '=;;=', 'csrf=x; token="y"'),
  contentType: fc.constantFrom('application/json', 'application/json', 'text/plain', ''),
  body: fc.oneof(oddJson, oddJson, fc.string({ unit: 'binary' }), fc.uint8Array()),
})

function requestOf({
  operation,
  values,
  query,
  token,
  cookie,
  contentType,
  body,
}: typeof oddRequest extends fc.Arbitrary<infer Value> ? Value : never) {
  const remaining = [...values]
  const path = operation.path.replaceAll(/\{\w+\}/g, () => remaining.shift() ?? 'x')
  const method = operation.method.toUpperCase()
  return new Request(`http://localhost:8000/api${path}?${query}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, Cookie: cookie, 'Content-Type': contentType },
    ...(method !== 'GET' && { body: typeof body === 'string' ? body : body.slice() }),
  })
}

test('no request makes the server fail, and every answer is one of the document', async () => {
  await fc.assert(
    fc.asyncProperty(oddRequest, async (odd) => {
      const response = await fetch(requestOf(odd))
      expect([response.status < 500, response.status < 500 || (await response.text())]).toEqual([true, true])
    }),
    { numRuns: 500, seed: 2026 },
  )
})
