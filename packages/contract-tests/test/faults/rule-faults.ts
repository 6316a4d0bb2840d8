import type { Fault, Serve } from './fault.ts'
import { body, headers, instead, lenient, pretend, status, text } from './operators.ts'

/** Faults of paging, of logins, of what counts as a credential, and of odd input. */
export const ruleFaults: readonly Fault[] = [
  paging('ignores the page', (query) => query.delete('page')),
  paging('ignores the size of a page', (query) => query.delete('per_page')),
  paging('counts pages from zero', (query) => shift(query, 'page', 1)),
  paging('gives one too many', (query) => shift(query, 'per_page', 1)),
  paging('has another default', (query) => !query.has('per_page') && query.set('per_page', '20')),
  paging('begins again past the end', (query) => Number(query.get('page')) > 1000 && query.set('page', '1')),
  {
    what: 'skips the last of a page',
    operation: 'listUsersAsSuperAdmin',
    rule: 'paging',
    serve: body((users: object[]) => users.slice(0, -1)),
  },
  {
    what: 'lists in another order',
    operation: 'listUsersAsSuperAdmin',
    rule: 'paging',
    serve: body((users: object[]) => [...users].reverse()),
  },
  { what: 'lets an empty password in', operation: 'login', rule: 'login-refused', serve: letIn },
  { what: 'tells an unknown e-mail', operation: 'login', rule: 'login-refused', serve: tellUnknown },
  { what: 'does not limit', operation: 'login', rule: 'login-limit', serve: status(429, 400) },
  {
    what: 'does not say when to try again',
    operation: 'login',
    rule: 'login-limit',
    serve: headers(429, (fields) => fields.delete('retry-after')),
  },
  { what: 'looks at the case of an e-mail', operation: 'login', rule: 'write-stored', serve: shoutUnknown },
  {
    what: 'falls back to the cookie',
    operation: 'getCurrentEmail',
    rule: 'credentials-order',
    serve: changeHeaders(preferCookie),
  },
  {
    what: 'takes a token from the query',
    operation: 'getCurrentEmail',
    rule: 'credentials-order',
    serve: withQuery,
  },
  {
    what: 'looks at the beginning of a token',
    operation: 'getCurrentEmail',
    rule: 'credentials-unknown',
    serve: changeHeaders(cutToken),
  },
  { what: 'has no OPTIONS', operation: 'getCurrentEmail', rule: 'method-edges', serve: status(204, 200) },
  { what: 'has no HEAD', operation: 'getCurrentEmail', rule: 'method-edges', serve: unlessHead },
  { what: 'fails at odd names', operation: 'whois', rule: 'path-odd', serve: failAt(/%00/) },
  {
    what: 'finds no prefix of odd characters',
    operation: 'deleteToken',
    rule: 'path-odd',
    serve: failAt(/%20|%2F/),
  },
  { what: 'drops what is no text', operation: 'createToken', rule: 'text-odd', serve: dropNul },
  {
    what: 'cuts labels at 40',
    operation: 'createToken',
    rule: 'text-odd',
    serve: lenient((sent) =>
      typeof sent['label'] === 'string' && sent['label'].length <= 100
        ? { ...sent, label: sent['label'].slice(0, 80) }
        : sent,
    ),
  },
  {
    what: 'gives one token after another',
    operation: 'createToken',
    rule: 'token-random',
    serve: text((token) => `contract${token.slice(8)}`),
  },
  { what: 'changes labels with every look', operation: 'listTokens', rule: 'read-only', serve: growing() },
  racing('acceptInvite', 404, 200),
  racing('createUser', 400, 201),
  racing('createUserGlobally', 400, 201),
  racing('declineInvite', 404, 200),
  racing('leaveWorkspace', 400, 200),
  racing('updateUser', 400, 200),
  { what: 'removes none of two', operation: 'deleteUser', rule: 'once-at-once', serve: pretend('removed') },
]

/** Two that come at the same moment both succeed. */
function racing(operation: Fault['operation'], refused: number, success: number): Fault {
  let inside = 0
  const serve: Serve = async (request, send) => {
    inside += 1
    const isRace = inside > 1
    const response = await send(request)
    inside -= 1
    if (!isRace || response.status !== refused) return response
    return new Response('done', { status: success, headers: { 'content-type': 'text/plain' } })
  }
  return { what: 'lets two at once succeed', operation, rule: 'once-at-once', serve }
}

function paging(what: string, change: (query: URLSearchParams) => unknown): Fault {
  const serve: Serve = (request, send) => {
    const url = new URL(request.url)
    change(url.searchParams)
    return send(new Request(url, request))
  }
  return { what, operation: 'listUsersAsSuperAdmin', rule: 'paging', serve }
}

function shift(query: URLSearchParams, name: string, by: number): void {
  const value = Number(query.get(name))
  if (value > 0 && value < 100) query.set(name, String(value + by))
}

function failAt(pattern: RegExp): Serve {
  const oops = instead(
    () => new Response('Internal: oops', { status: 500, headers: { 'content-type': 'text/plain' } }),
  )
  return (request, send) =>
    pattern.test(new URL(request.url).pathname) ? oops(request, send) : send(request)
}

async function letIn(...[request, send]: Parameters<Serve>): Promise<Response> {
  const sent = await request.clone().text()
  if (!sent.includes('"password":""')) return send(request)
  return new Response('x'.repeat(32), { headers: { 'content-type': 'text/plain' } })
}

async function tellUnknown(...[request, send]: Parameters<Serve>): Promise<Response> {
  const sent = await request.clone().text()
  const response = await send(request)
  if (response.status !== 400 || !sent.includes('-unknown')) return response
  return new Response('Bad request: No such account', response)
}

async function shoutUnknown(...[request, send]: Parameters<Serve>): Promise<Response> {
  const sent = await request.clone().text()
  if (!sent.includes('@EXAMPLE.COM')) return send(request)
  return new Response('Bad request: Invalid login', {
    status: 400,
    headers: { 'content-type': 'text/plain' },
  })
}

function preferCookie(fields: Headers): void {
  if (fields.has('cookie')) fields.delete('authorization')
}

function cutToken(fields: Headers): void {
  const token = fields.get('authorization')
  // A server that reads 32 characters and no more.
  if (token?.startsWith('Bearer ')) fields.set('authorization', token.slice(0, 'Bearer '.length + 32))
}

async function withQuery(...[request, send]: Parameters<Serve>): Promise<Response> {
  const token = new URL(request.url).searchParams.get('token')
  if (token === null) return send(request)
  return send(new Request(request, { headers: { authorization: `Bearer ${token}` } }))
}

async function unlessHead(...[request, send]: Parameters<Serve>): Promise<Response> {
  if (request.method !== 'HEAD') return send(request)
  return new Response(null, { status: 405, headers: { allow: 'GET' } })
}

async function dropNul(...[request, send]: Parameters<Serve>): Promise<Response> {
  const sent = (await request.clone().text()).replaceAll('\\u0000', '')
  return send(new Request(request, { method: request.method, headers: request.headers, body: sent }))
}

function changeHeaders(change: (fields: Headers) => void): Serve {
  return (request, send) => {
    const fields = new Headers(request.headers)
    change(fields)
    return send(new Request(request, { headers: fields }))
  }
}

/** Each answer shows one label more. */
function growing(): Serve {
  let count = 0
  return body((tokens: Record<string, unknown>[]) => {
    count += 1
    return tokens.map((token) => ({ ...token, label: `label ${count}` }))
  })
}
