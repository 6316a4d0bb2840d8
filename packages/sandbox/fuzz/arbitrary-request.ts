import fc from 'fast-check'
import { operations } from '../src/generated/document/operations.ts'
import { bodies } from './arbitrary-body.ts'
import type { RawRequest } from './request.ts'
import { tokens } from './world.ts'

const pathValues = fc.oneof(
  fc.constantFrom('demo', 'starter', 'ada', 'grace', 'ada@example.com', 'Qm3vK9xTzL', 'sandbox'),
  fc.constantFrom(
    '%',
    '%ZZ',
    '%FF',
    '%00',
    '%2F',
    '%2e%2e',
    '..',
    '.',
    '%252F',
    '',
    ';',
    '\xff',
    'a'.repeat(5_000),
  ),
  fc.string({ unit: 'grapheme' }).map((text) => encodeURIComponent(text)),
)

const queries = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  fc.webQueryParameters().map((query) => `?${query}`),
  fc.constantFrom(
    '?page=1e9',
    '?page=%',
    '?page=1&page=2',
    '?per_page=0x1f',
    '?page=99999999999999999999',
    '?%00=%FF',
    '??',
    '?#',
  ),
)

const methods = fc.constantFrom(
  ...['GET', 'POST', 'DELETE', 'PUT', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY', 'M-SEARCH'],
)

type Call = Pick<RawRequest, 'method' | 'target'>

/** An operation, mostly by its own method. */
const known: fc.Arbitrary<Call> = fc
  .record({
    operation: fc.constantFrom(...Object.values(operations)),
    values: fc.array(pathValues, { minLength: 2, maxLength: 2 }),
    query: queries,
    other: fc.option(methods, { freq: 2 }),
    usual: fc.boolean(),
  })
  .map(({ operation: { method, path }, values, query, other, usual }) => {
    const remaining = [...values]
    const target = `/api${path.replaceAll(/\{\w+\}/g, () => remaining.shift() ?? 'x')}${query}`
    return { method: usual || other === null ? method.toUpperCase() : other, target }
  })

const unknown: fc.Arbitrary<Call> = fc.record({
  method: methods,
  target: fc.constantFrom(
    ...['/', '*', '//', '/api', '/api//users/whoami', '/api/users/whoami/', '/api/../api/users/email'],
    ...['http://elsewhere.example/api/users/email', '/health', '/api/\xff\xfe', '/__proto__'],
    ...['authorize', 'token', 'userinfo', 'callback'].map((page) => `/api/oauth/provider/${page}`),
    `/${'a/'.repeat(4_000)}`,
  ),
})

type Header = readonly [string, string]

const credentials: fc.Arbitrary<Header> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(...Object.values(tokens))
      .map((token): Header => ['Authorization', `Bearer ${token}`]),
  },
  fc.constantFrom(...Object.values(tokens)).map((token): Header => ['Cookie', `token=${token}`]),
  fc.constantFrom<Header>(
    ['Authorization', 'Bearer'],
    ['Authorization', 'Bearer  \xff'],
    ['Authorization', 'Basic !!!'],
    ['Authorization', `Bearer ${'x'.repeat(8_000)}`],
    ['Cookie', '=;;=; token; token="'],
    ['Cookie', `${'a=b; '.repeat(1_000)}`],
    ['Cookie', 'csrf=%ZZ; __proto__=x'],
  ),
)

const mediaTypes: fc.Arbitrary<Header> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Header>(['Content-Type', 'application/json']) },
  fc
    .constantFrom('text/plain', '', 'application/json; charset=utf-16', ';;;', '\xff', 'multipart/form-data')
    .map((value): Header => ['Content-Type', value]),
)

const others: fc.Arbitrary<Header> = fc.constantFrom<Header>(
  ['Expect', '100-continue'],
  ['Origin', 'null'],
  ['Origin', 'http://elsewhere.example'],
  ['Sec-Fetch-Site', 'cross-site'],
  ['Accept-Encoding', 'gzip;q=\xff'],
  ['Content-Encoding', 'gzip'],
  ['X-Forwarded-Proto', 'https, \xff'],
  ['Authorization', 'Bearer twice'],
  ['Range', 'bytes=0-99999999999'],
  ['Upgrade', 'websocket'],
  ['__proto__', 'x'],
)

const headers = fc
  .tuple(
    fc.oneof(
      { weight: 15, arbitrary: fc.constant('localhost') },
      fc.constantFrom('', '[', 'a:b:c', '\xff', 'a/b'),
    ),
    fc.option(credentials, { freq: 8 }),
    fc.option(mediaTypes, { freq: 8 }),
    fc.array(others, { maxLength: 2 }),
  )
  .map(([host, credential, mediaType, more]): Header[] => [
    ['Host', host],
    ['Connection', 'close'],
    ...(credential ? [credential] : []),
    ...(mediaType ? [mediaType] : []),
    ...more,
  ])

const part = fc.double({ min: 0, max: 0.999, noNaN: true })

/** Requests that a server of the API may meet. */
export const requests: fc.Arbitrary<RawRequest> = fc
  .record({
    call: fc.oneof({ weight: 12, arbitrary: known }, unknown),
    headers,
    body: fc.option(bodies, { freq: 5, nil: undefined }),
    chunked: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
    damage: fc.oneof(
      { weight: 9, arbitrary: fc.constant(undefined) },
      part.map((place) => ({ kind: 'cut' as const, part: place })),
      fc.tuple(part, fc.nat(255)).map(([place, byte]) => ({ kind: 'byte' as const, part: place, byte })),
    ),
  })
  .map(({ call, ...others }) => ({ ...call, ...others }))
