import { hasType, membersOf, type Operation, operations, type Schema } from '../document.ts'
import { type Members, repair } from '../operators.ts'
import { type Call, isObject } from '../proxy/call.ts'
import type { Serve } from '../proxy/server.ts'
import { byHand, type Family, family, type Member } from './family.ts'
import { caseFaults, domainFaults, queryFaults, refuse } from './input-values.ts'

const published = operations.filter(({ isInternal }) => !isInternal)
const writing = published.filter(({ body }) => body)
const failure = /4\d\d|500|20\d|status/

/** Servers that accept what is no valid input, or refuse what is. */
export const inputFaults = (): readonly Family[] => [
  family(
    'input',
    'a missing member is filled in',
    6,
    eachMember((_schema, name, { required }) => required?.includes(name) ?? false, fillIn),
  ),
  family(
    'input',
    'null is taken for a value',
    6,
    eachMember((schema) => !hasType(schema, 'null'), fillInNull),
  ),
  family(
    'input',
    'another type is converted',
    7,
    eachMember(() => true, convert),
  ),
  family(
    'input',
    'what is too long is cut',
    6,
    eachMember(({ maxLength }) => maxLength !== undefined, cut),
  ),
  family(
    'input',
    'what is malformed is accepted',
    5,
    eachMember((schema) => schema.pattern !== undefined || schema.format === 'email', straighten),
  ),
  family('input', 'an unknown member is refused', 4, writing.map(strict)),
  family('input', 'malformed JSON is accepted', 3, writing.map(forgiving)),
  family('input', 'an empty body is {}', 3, writing.map(generous)),
  family('input', 'another media type is accepted', 4, writing.map(guessing)),
  family('input', 'no media type is JSON', 3, writing.map(untyped)),
  family('input', 'a huge body is accepted', 3, writing.map(greedy)),
  family('input', 'a body of 64 KiB is refused', 2, writing.map(stingy)),
  family(
    'input',
    'the body is looked at before the role',
    4,
    writing.filter(({ role }) => role !== 'anonymous').map(hasty),
  ),
  family(
    'input',
    'a body is refused where none is due',
    3,
    published.filter(({ body, method }) => !body && method !== 'GET').map(prim),
  ),
  family(
    'input',
    'odd path values fail',
    5,
    published.filter(({ path }) => path.includes('{')).flatMap(oddPaths),
  ),
  family('input', 'a trailing slash is the same path', 2, published.map(slash)),
  byHand('input', [...queryFaults, ...caseFaults, ...domainFaults]),
]

type Make = (operation: Operation, name: string, schema: Schema) => Member

function eachMember(
  isMeant: (schema: Schema, name: string, parent: Schema) => boolean,
  make: Make,
): Member[] {
  return writing.flatMap((operation) =>
    membersOf(operation.body)
      .filter(([name, schema]) => isMeant(schema, name, operation.body ?? {}))
      .map(([name, schema]) => ({ mentions: new RegExp(name), ...make(operation, name, schema) })),
  )
}

/** A value that fits a member. */
function fitting(name: string, schema: Schema): unknown {
  if (hasType(schema, 'boolean')) return false
  if (schema.format === 'email') return `contract-fault-${crypto.randomUUID().slice(0, 8)}@example.com`
  if (schema.format === 'date-time') return new Date(Date.now() + 86_400_000).toISOString()
  return name === 'password' ? 'secret' : `contract-fault-${crypto.randomUUID().slice(0, 8)}`
}

function fillIn({ id }: Operation, name: string, schema: Schema): Member {
  const plant = () => repair((body) => (name in body ? body : { ...body, [name]: fitting(name, schema) }))
  return { operation: id, what: `fills in ${name}`, plant }
}

function fillInNull({ id }: Operation, name: string, schema: Schema): Member {
  const plant = () =>
    repair((body) => (body[name] === null ? { ...body, [name]: fitting(name, schema) } : body))
  return { operation: id, what: `takes null as ${name}`, plant }
}

function convert({ id }: Operation, name: string, schema: Schema): Member {
  const convertValue = hasType(schema, 'boolean')
    ? (value: unknown) => value === 'true' || value === 1
    : String
  const plant = () =>
    repair((body) => {
      const value = body[name]
      const isOdd = value !== undefined && value !== null && !isObject(value)
      if (!isOdd) return body
      const converted = schema.format === undefined ? convertValue(value) : fitting(name, schema)
      return typeof value === 'string' && !hasType(schema, 'boolean') ? body : { ...body, [name]: converted }
    })
  return { operation: id, what: `converts ${name}`, plant }
}

function cut({ id }: Operation, name: string, { maxLength = 0, format }: Schema): Member {
  const plant = () =>
    repair((body) => {
      const value = body[name]
      if (typeof value !== 'string' || [...value].length <= maxLength) return body
      return {
        ...body,
        [name]: format === 'email' ? value.slice(-maxLength) : [...value].slice(0, maxLength).join(''),
      }
    })
  return { operation: id, what: `cuts ${name} after ${maxLength} characters`, plant }
}

function straighten({ id }: Operation, name: string, schema: Schema): Member {
  const plant = () =>
    repair((body) => {
      const value = body[name]
      const isTooLong =
        typeof value === 'string' && value.length > (schema.maxLength ?? Number.POSITIVE_INFINITY)
      return typeof value === 'string' && !isTooLong ? { ...body, [name]: fitting(name, schema) } : body
    })
  return { operation: id, what: `accepts a malformed ${name}`, plant }
}

function strict({ id, body }: Operation): Member {
  const known = new Set(membersOf(body).map(([name]) => name))
  return {
    operation: id,
    what: 'refuses a member that it does not know',
    mentions: failure,
    plant: () => (call, server) => {
      const isStrange = call.isOwn && Object.keys(call.body ?? {}).some((name) => !known.has(name))
      return isStrange ? refuse(422, 'Unprocessable: an unknown member') : server.send(call)
    },
  }
}

function forgiving({ id, body }: Operation): Member {
  const members = membersOf(body).map(([name, schema]) => [name, fitting(name, schema)])
  return {
    operation: id,
    what: 'accepts JSON that breaks off',
    mentions: failure,
    plant: () => (call, server) => {
      const text = new TextDecoder().decode(call.bytes)
      const isBroken = call.isOwn && text.trim() !== '' && !parses(text)
      return server.send(call, isBroken ? { body: Object.fromEntries(members) } : {})
    },
  }
}

function generous({ id }: Operation): Member {
  return {
    operation: id,
    what: 'reads an empty body as {}',
    mentions: failure,
    plant: () => (call, server) => {
      const isEmpty = call.isOwn && new TextDecoder().decode(call.bytes).trim() === ''
      const isJson = call.headers.get('content-type')?.includes('json') ?? false
      return server.send(call, isEmpty && isJson ? { body: {} } : {})
    },
  }
}

function guessing({ id }: Operation): Member {
  return {
    operation: id,
    what: 'takes any media type for JSON',
    mentions: failure,
    plant: () => asJson((type) => type !== null),
  }
}

function untyped({ id }: Operation): Member {
  return {
    operation: id,
    what: 'takes a body without media type for JSON',
    mentions: failure,
    plant: () => asJson((type) => type === null),
  }
}

function asJson(isMeant: (type: string | null) => boolean): Serve {
  return (call, server) => {
    if (!call.isOwn || !call.bytes || !isMeant(call.headers.get('content-type'))) return server.send(call)
    const headers = new Headers(call.headers)
    headers.set('content-type', 'application/json')
    return server.send(call, { headers })
  }
}

function greedy({ id }: Operation): Member {
  return {
    operation: id,
    what: 'accepts a body of any size',
    mentions: failure,
    plant: () => (call, server) => {
      const isHuge = call.isOwn && (call.bytes?.byteLength ?? 0) > 1_048_576
      return server.send(call, isHuge ? { body: onlyShort(call.body ?? {}) } : {})
    },
  }
}

function onlyShort(body: Members): Members {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => JSON.stringify(value).length < 1000))
}

function stingy({ id }: Operation): Member {
  return {
    operation: id,
    what: 'refuses a body of more than 64 KiB',
    mentions: failure,
    plant: () => (call, server) =>
      call.isOwn && (call.bytes?.byteLength ?? 0) > 65_536
        ? refuse(413, 'Payload too large: at most 65536 bytes')
        : server.send(call),
  }
}

/** Whoever may not call learns what is wrong with his body. */
function hasty({ id }: Operation): Member {
  return {
    operation: id,
    what: 'looks at the body before it looks at the credentials',
    mentions: failure,
    plant: () => async (call, server) => {
      const response = await server.send(call)
      if (!call.isOwn || ![401, 403].includes(response.status)) return response
      if (!call.headers.get('content-type')?.includes('json'))
        return refuse(415, 'Unsupported media type: no JSON')
      if (!call.body) return refuse(400, 'Bad request: no JSON')
      return isValid(call) ? response : refuse(422, 'Unprocessable: the body')
    },
  }
}

function isValid({ body, operation }: Call): boolean {
  const isMissing = (name: string) => body?.[name] === undefined || body[name] === null
  const isOdd = ([name, schema]: [string, Schema]) =>
    body?.[name] !== undefined && !hasType(schema, body[name] === null ? 'null' : typeof body[name])
  return !(operation?.body?.required ?? []).some(isMissing) && !membersOf(operation?.body).some(isOdd)
}

function prim({ id }: Operation): Member {
  return {
    operation: id,
    what: 'refuses a body that it has no use for',
    mentions: failure,
    plant: () => (call, server) =>
      call.isOwn && call.bytes ? refuse(400, 'Bad request: no body is expected') : server.send(call),
  }
}

function oddPaths({ id, path }: Operation): Member[] {
  const fail = (what: string, pattern: RegExp, status: number) => ({
    operation: id,
    what,
    mentions: failure,
    plant: (): Serve => (call, server) =>
      call.isOwn && pattern.test(call.url.pathname) ? refuse(status, 'Internal: oops') : server.send(call),
  })
  const value = /\{(\w+)\}$/.exec(path)?.[1]
  return [
    fail('fails at NUL in its path', /%00/, 500),
    fail('fails at an encoded slash in its path', /%2F/i, 500),
    fail('fails at Unicode in its path', /%[C-F][0-9A-F]%/i, 500),
    ...(value === undefined ? [] : [fail('fails at a space in its path', /%20/, 500)]),
  ]
}

function slash({ id }: Operation): Member {
  return {
    operation: id,
    everywhere: true,
    what: 'answers with a slash at the end, too',
    mentions: failure,
    plant: () => (call, server) => {
      const url = new URL(call.url)
      url.pathname = url.pathname.replace(/\/$/, '')
      return server.send(call, { url })
    },
  }
}

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
