import fc from 'fast-check'
import { type OperationDescription, operations } from '../../src/generated/document/operations.ts'
import { tokens } from '../world.ts'
import { tokenOfExtra } from './arbitrary-seed.ts'
import { dates, numbers, texts } from './arbitrary-values.ts'

/** A request to one operation, in words that do not depend on the server. */
export interface Call {
  readonly method: string
  /** With its query. */
  readonly path: string
  /** A token; `latest` is the one that a response has shown last. */
  readonly as: string | undefined
  /** JSON. */
  readonly body: string | undefined
  /** How long after the call before it. */
  readonly minutesLater: number
}

const emails = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...['admin@windmill.dev', 'grace@example.com', 'ada@example.com', 'katherine@example.com'],
      ...[
        'alan@example.com',
        'Ada@Example.COM',
        'extra@example.com',
        "o'hara@example.com",
        '"a b"@example.com',
      ],
    ),
  },
  { weight: 1, arbitrary: texts },
)
const usernames = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'ada',
      'grace',
      'admin',
      'alan',
      'Ada',
      'a_b',
      'a-b',
      'ab',
      'aB',
      'bot',
      'extra',
    ),
  },
  { weight: 1, arbitrary: texts },
)
const workspaces = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('demo', 'demo', 'starter', 'analytics', 'Demo', 'a-b', 'a_b', 'ab'),
  },
  { weight: 1, arbitrary: texts },
)
const passwords = fc.oneof(fc.constantFrom('analytical-engine', 'nanoseconds-matter', 'x', 'changeme'), texts)
const booleans = fc.boolean()
const nothing = fc.constant(null)

/** Every member that the body of an operation may have. Operations ignore those of others. */
const members: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  email: emails,
  password: passwords,
  username: usernames,
  is_admin: booleans,
  super_admin: booleans,
  is_super_admin: booleans,
  operator: booleans,
  disabled: booleans,
  workspace_id: workspaces,
  id: workspaces,
  name: fc.oneof(texts, nothing),
  company: fc.oneof(texts, nothing),
  domain: fc.oneof(texts, nothing),
  label: fc.oneof(texts, nothing),
  expiration: fc.oneof({ weight: 4, arbitrary: dates }, { weight: 1, arbitrary: nothing }),
  code: texts,
  state: texts,
}

const wrong = fc.constantFrom<unknown>(1, 1.5, -0, 1e21, true, [], {}, null)

/** Mostly whole and right. */
const bodies = fc
  .record(
    Object.fromEntries(
      Object.entries(members).map(([name, right]) => [
        name,
        fc.oneof(
          { weight: 30, arbitrary: right },
          { weight: 1, arbitrary: wrong },
          { weight: 1, arbitrary: fc.constant(undefined) },
        ),
      ]),
    ),
  )
  .map((body) => JSON.stringify(body))

const values: Readonly<Record<string, fc.Arbitrary<string>>> = {
  workspace: workspaces,
  email: emails,
  username: usernames,
  token_prefix: fc.oneof(fc.constantFrom(...Object.values(tokens).map((token) => token.slice(0, 10))), texts),
  client_name: fc.constantFrom('sandbox', 'github'),
  key: texts,
}

const queryValues: Readonly<Record<string, fc.Arbitrary<string>>> = {
  integer: numbers,
  boolean: fc.constantFrom('true', 'false', '1'),
}

const callers = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...Object.values(tokens), tokenOfExtra) },
  { weight: 2, arbitrary: fc.constant('latest') },
  { weight: 1, arbitrary: fc.constant(undefined) },
)
const pauses = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constantFrom(1, 10, 15, 4_319, 4_320, 500_000) },
)

function callOf({ method, path, query, takesJson }: OperationDescription): fc.Arbitrary<Call> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  return fc
    .record({
      path: fc.record(Object.fromEntries(names.map((name) => [name, values[name] ?? texts]))),
      query: fc.record(
        Object.fromEntries(query.map(({ name, type }) => [name, queryValues[type] ?? texts])),
        { requiredKeys: [] },
      ),
      as: callers,
      body: takesJson ? bodies : fc.constant(undefined),
      minutesLater: pauses,
    })
    .map((parts) => ({
      ...parts,
      method: method.toUpperCase(),
      path: `/api${path.replaceAll(/\{(\w+)\}/g, (_, name) => encoded(parts.path[name] ?? ''))}${search(parts.query)}`,
    }))
}

/** With what stands for half a character in a URL, which has none. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

function search(query: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(query).map(([name, value = '']) => `${name}=${encoded(value)}`)
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

/** Lists show what the calls before have left behind; what ends a session or an account leaves little for those after it. */
function weightOf(id: string): number {
  if (/^list|^whois|^globalWhoami/.test(id)) return 6
  return /logout|deleteGlobalUser|^login$|^setPassword/i.test(id) ? 1 : 4
}

/** Calls of every operation. */
export const calls: fc.Arbitrary<Call> = fc.oneof(
  ...Object.entries(operations).map(([id, description]) => ({
    weight: weightOf(id),
    arbitrary: callOf(description),
  })),
)
