import type { Difference } from '../fault.ts'
import { type Members, onAnswer, withText } from '../operators.ts'
import { isObject } from '../proxy/call.ts'
import type { Serve } from '../proxy/server.ts'

/** What a server may do otherwise: nobody may be told of it. */
export const differences: readonly Difference[] = [
  onHeaders('adds a header', (headers) => headers.set('x-served-by', 'web-3')),
  onHeaders('adds an ETag', (headers) => headers.set('etag', 'W/"1f-abc"')),
  onHeaders('names the charset', (headers) => {
    const type = headers.get('content-type')
    if (type !== null) headers.set('content-type', `${type.split(';')[0]}; charset=utf-8`)
  }),
  onHeaders('names the charset in capitals', (headers) => {
    const type = headers.get('content-type')
    if (type !== null) headers.set('content-type', `${type.split(';')[0]};charset=UTF-8`)
  }),
  onHeaders('names no charset', (headers) => {
    const type = headers.get('content-type')
    if (type !== null) headers.set('content-type', type.split(';')[0] ?? '')
  }),
  onHeaders('adds attributes to the cookie', (headers) => {
    const cookies = headers.getSetCookie()
    headers.delete('set-cookie')
    for (const cookie of cookies) headers.append('set-cookie', `${cookie}; Priority=High; Partitioned`)
  }),
  onHeaders('sets a cookie of its own', (headers) => headers.append('set-cookie', 'affinity=7; Path=/')),
  onHeaders('allows HEAD and OPTIONS by name', (headers) => {
    if (headers.has('allow')) headers.set('allow', `${headers.get('allow')}, HEAD, OPTIONS`)
  }),
  onHeaders('has no request id', (headers) => headers.delete('x-request-id')),
  onJson('orders members otherwise', (value) => mapObjects(value, (entries) => entries.reverse())),
  onText('writes white space', (text) => JSON.stringify(JSON.parse(text), undefined, 2), 'json'),
  onText('ends JSON with a line break', (text) => `${text}\n`, 'json'),
  onJson('shows more members', (value) =>
    mapObjects(value, (entries) => [...entries, ['avatar_url', null], ['theme', { dark: true }]]),
  ),
  onText('writes +00:00 for Z', (text) => text.replaceAll(/(:\d\d(?:\.\d+)?)Z"/g, '$1+00:00"'), 'json'),
  onText('writes microseconds', (text) => text.replaceAll(/(:\d\d\.\d{3})Z"/g, '$1000Z"'), 'json'),
  onText('escapes what it need not', (text) => text.replaceAll('@', '\\u0040'), 'json'),
  onText('words its errors otherwise', (text) => text.replace(/^([^:]+: ).*$/s, '$1sorry, no'), 'error'),
  onText(
    'words its errors in another language',
    (text) => text.replace(/^([^:]+: ).*$/s, '$1das geht leider nicht – „nein“'),
    'error',
  ),
  onText('words its successes otherwise', (text) => `Tout va bien : ${text}`, 'prose'),
  onJson('stores times in whole seconds', (value) => olderFirst(mapObjects(value, inSeconds))),
  onJson('shows the usage of members', (value) =>
    mapObjects(value, (entries) =>
      entries.some(([name]) => name === 'operator')
        ? [
            ...entries.filter(([name]) => name !== 'usage'),
            ['usage', { duration_ms: 5_000_000_000, jobs: 3, flows: 1 }],
          ]
        : entries,
    ),
  ),
  onJson('puts members in a further group', (value) =>
    mapObjects(value, (entries) =>
      entries.map(([name, item]) => (name === 'groups' ? [name, ['all', 'operators']] : [name, item])),
    ),
  ),
  { what: 'lists in another order where none is promised', plant: () => shuffled },
  { what: 'sends in chunks', plant: () => onAnswer(hasBody, (response) => inChunks(response)) },
  { what: 'takes 60 ms more', plant: () => delayed(() => 60) },
  { what: 'takes up to 120 ms more, now and then', plant: () => delayed(() => Math.random() * 120) },
]

function inSeconds(entries: readonly (readonly [string, unknown])[]): [string, unknown][] {
  return entries.map(([name, value]) => {
    const isTime = /^(?:created_at|last_used_at|expiration)$/.test(name) && typeof value === 'string'
    return [name, isTime ? value.replace(/\.\d+/, '') : value]
  })
}

/** The older one of two tokens with equal times first: the order of those is open. */
function olderFirst(value: unknown): unknown {
  if (!Array.isArray(value) || !value.every((item: unknown) => isObject(item) && 'token_prefix' in item))
    return value
  const timeOf = (item: unknown) => String(Object(item).created_at)
  return [...value].reverse().sort((one, other) => timeOf(other).localeCompare(timeOf(one)))
}

const unordered = [
  'listUsers',
  'listUsernames',
  'listWorkspaceInvites',
  'listPendingInvites',
  'listOauthLogins',
]

const shuffled: Serve = onAnswer(
  (response, call) => response.ok && call.method === 'GET' && unordered.includes(call.operation?.id ?? ''),
  async (response) => {
    const items: unknown = await response.clone().json()
    return Array.isArray(items) ? withText(response, JSON.stringify(items.reverse())) : response
  },
)

function delayed(ms: () => number): Serve {
  return async (call, server) => {
    await new Promise((resolve) => setTimeout(resolve, ms()))
    return server.send(call)
  }
}

function hasBody({ body }: Response): boolean {
  return body !== null
}

function inChunks(response: Response): Response {
  const chunks = new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, controller) {
      for (let start = 0; start < bytes.length; start += 16)
        controller.enqueue(bytes.slice(start, start + 16))
    },
  })
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return new Response(response.body?.pipeThrough(chunks) ?? null, { status: response.status, headers })
}

function onHeaders(what: string, change: (headers: Headers) => unknown): Difference {
  const serve = onAnswer(
    () => true,
    (response) => {
      const headers = new Headers(response.headers)
      change(headers)
      return new Response(response.body, { status: response.status, headers })
    },
  )
  return { what, plant: () => serve }
}

type Kind = 'json' | 'error' | 'prose'

function onText(what: string, change: (text: string) => string, kind: Kind): Difference {
  const serve = onAnswer(
    (response, call) => response.body !== null && kindOf(response, call.operation?.id) === kind,
    async (response) => withText(response, change(await response.text())),
  )
  return { what, plant: () => serve }
}

/** Texts that are a value, and not prose. */
const values = ['login', 'loginWithOauth', 'createToken', 'getCurrentEmail']

function kindOf({ status, headers }: Response, operation = ''): Kind | undefined {
  // 401 is the one error that has no detail.
  if (status >= 400) return status === 401 ? undefined : 'error'
  if (headers.get('content-type')?.startsWith('application/json')) return 'json'
  return values.includes(operation) ? undefined : 'prose'
}

function onJson(what: string, change: (value: unknown) => unknown): Difference {
  return onText(what, (text) => JSON.stringify(change(JSON.parse(text))), 'json')
}

type Entries = [string, unknown][]

function mapObjects(value: unknown, change: (entries: Entries) => Entries): unknown {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change))
  if (!isObject(value)) return value
  const members: Members = value
  return Object.fromEntries(change(Object.entries(members)))
}
