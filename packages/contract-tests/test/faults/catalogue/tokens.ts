import { isSuccess, itemsOf, type Members, onAnswer, onBody, onList, onObject, onText } from '../operators.ts'
import { byHand, type Family, type Member } from './family.ts'

/** Tokens that are not what they should be. */
export const tokenFaults = (): readonly Family[] => [byHand('tokens', byHandOnly)]

/** Ways to make tokens that one can guess: the proxy gives out another token, and knows which is meant. */
function forged(operation: string): Member[] {
  const ways: Readonly<Record<string, (token: string, count: number) => string>> = {
    'numbers its tokens': (_token, count) => `windmilltoken${String(count).padStart(23, '0')}`,
    // A short one is a name that a server may give its tokens.
    'gives tokens with a constant beginning': (token) => `windmilltoken${token.slice(13)}`,
    'gives tokens that differ in four characters alone': (token) =>
      `${'windmill'.repeat(4)}`.slice(0, 28) + token.slice(-4),
    'gives tokens of 20 characters': (token) => token.slice(0, 20),
    'gives tokens with a dash': (token) => `${token.slice(0, 16)}-${token.slice(17)}`,
  }
  return Object.entries(ways).map(([what, way]) => ({
    operation,
    what,
    everywhere: true,
    also: ['listTokens'],
    plant: () => renamed(operation, way),
  }))
}

function renamed(
  operation: string,
  way: (token: string, count: number) => string,
): ReturnType<Member['plant']> {
  const real = new Map<string, string>()
  const shown = new Map<string, string>()
  return async (call, server) => {
    const headers = new Headers(call.headers)
    for (const name of ['authorization', 'cookie']) {
      const value = headers.get(name)
      const alias = [...real.keys()].find((token) => value?.includes(token))
      if (value !== null && alias !== undefined)
        headers.set(name, value.replace(alias, real.get(alias) ?? alias))
    }
    const url = new URL(call.url)
    const last = url.pathname.split('/').at(-1) ?? ''
    const prefixed =
      call.operation?.id === 'deleteToken' && [...real].find(([alias]) => alias.slice(0, 10) === last)
    if (prefixed) url.pathname = url.pathname.replace(last, prefixed[1].slice(0, 10))
    const response = await server.send(call, { headers, url })
    if (!isSuccess(response, call) || !call.operation) return response
    const text = await response.clone().text()
    if (call.operation.id === operation) {
      const alias = way(text, real.size + 1)
      real.set(alias, text)
      shown.set(text.slice(0, 10), alias.slice(0, 10))
      const changed = new Headers(response.headers)
      const cookie = changed.get('set-cookie')
      if (cookie !== null) changed.set('set-cookie', cookie.replace(text, alias))
      return new Response(alias, { status: response.status, headers: changed })
    }
    if (!['listTokens', 'deleteToken'].includes(call.operation.id)) return response
    const translated = [...shown].reduce((all, [from, to]) => all.replaceAll(from, to), text)
    return new Response(translated, { status: response.status, headers: response.headers })
  }
}

function listed(what: string, mentions: RegExp, change: (token: Members) => Members): Member {
  return {
    operation: 'listTokens',
    what,
    mentions,
    also: ['createToken', 'login'],
    plant: () => onObject(change),
  }
}

function list(what: string, mentions: RegExp, change: (tokens: Members[]) => Members[]): Member {
  return {
    operation: 'listTokens',
    what,
    mentions,
    also: ['createToken', 'login'],
    plant: () => onList((tokens) => change(tokens)),
  }
}

function stored(what: string, mentions: RegExp, change: (body: Members) => Members): Member {
  return { operation: 'createToken', what, mentions, also: ['listTokens'], plant: () => onBody(change) }
}

/** Only what is a time is shifted. */
function shift(value: unknown, hours: number): unknown {
  const time = Date.parse(String(value))
  return typeof value !== 'string' || Number.isNaN(time)
    ? value
    : new Date(time + hours * 3_600_000).toISOString()
}

function moved(value: unknown, hours: number): unknown {
  // What is over stays over.
  return Date.parse(String(value)) > Date.now() ? shift(value, hours) : value
}

function endOfDay(value: string): string {
  const time = Date.parse(value)
  return Number.isNaN(time) || time < Date.now()
    ? value
    : `${new Date(time).toISOString().slice(0, 10)}T23:59:59.000Z`
}

const byHandOnly: readonly Member[] = [
  ...['login', 'createToken', 'loginWithOauth'].flatMap(forged),
  listed('shows a prefix that is not the token’s', /prefix/, (token) => ({
    ...token,
    token_prefix: String(token['token_prefix']).split('').reverse().join(''),
  })),
  listed('shows a prefix of 12 characters', /prefix/, (token) => ({
    ...token,
    token_prefix: `${token['token_prefix']}xy`,
  })),
  listed('shows no label', /label/, (token) => ({ ...token, label: null })),
  listed('calls a token without label ""', /label/, (token) => ({ ...token, label: token['label'] ?? '' })),
  listed('calls a session login', /label|session/, (token) => ({
    ...token,
    label: token['label'] === 'session' ? 'login' : token['label'],
  })),
  listed('shows no expiration', /expiration/, (token) => ({ ...token, expiration: null })),
  listed('shows expirations two hours later', /expiration/, (token) => ({
    ...token,
    expiration: shift(token['expiration'], 2),
  })),
  listed('shows sessions that end after a day', /expiration|72|session/, (token) =>
    token['label'] === 'session' ? { ...token, expiration: shift(token['created_at'], 24) } : token,
  ),
  listed('shows sessions that never end', /expiration|72|session/, (token) =>
    token['label'] === 'session' ? { ...token, expiration: null } : token,
  ),
  {
    ...listed('shows times to the second', /created_at|expiration|last_used_at|millisecond/, (token) => ({
      ...token,
      created_at: String(token['created_at']).replace(/\.\d+/, ''),
    })),
    invisible: 'Fewer digits of a second are the same moment: how many there are is left open.',
  },
  listed(
    'shows local times as UTC',
    /created_at|last_used_at|used no earlier|clock of the server/,
    (token) => ({
      ...token,
      created_at: shift(token['created_at'], 2),
      last_used_at: shift(token['last_used_at'], 2),
    }),
  ),
  listed('shows the beginning of time as last use', /last_used_at|used no earlier/, (token) => ({
    ...token,
    last_used_at: '1970-01-01T00:00:00.000Z',
  })),
  list('lists the oldest first', /order|newest|created_at/, (tokens) => [...tokens].reverse()),
  list('does not list sessions', /session|login|length|token/, (tokens) =>
    tokens.filter(({ label }) => label !== 'session'),
  ),
  list('does not list tokens with an expiration', /expiration|token/, (tokens) =>
    tokens.filter(({ label, expiration }) => label === 'session' || expiration === null),
  ),
  list('orders by prefix', /order|newest|created_at/, (tokens) =>
    [...tokens].sort((one: Members, other: Members) =>
      String(one['token_prefix']).localeCompare(String(other['token_prefix'])),
    ),
  ),
  stored('ignores the expiration', /expiration/, ({ expiration: _expiration, ...body }) => body),
  stored('stores the expiration two hours later', /expiration/, (body) => ({
    ...body,
    expiration: moved(body['expiration'], 2),
  })),
  stored('reads the expiration without its offset', /expiration/, (body) => ({
    ...body,
    expiration:
      typeof body['expiration'] === 'string'
        ? body['expiration'].replace(/[+-]\d\d:\d\d$/, 'Z')
        : body['expiration'],
  })),
  stored('stores the day of the expiration alone', /expiration/, (body) => ({
    ...body,
    expiration: typeof body['expiration'] === 'string' ? endOfDay(body['expiration']) : body['expiration'],
  })),
  stored('calls a token without label after the day', /label/, (body) =>
    'label' in body ? body : { ...body, label: 'Monday' },
  ),
  stored('stores null as "null"', /label/, (body) =>
    body['label'] === null ? { ...body, label: 'null' } : body,
  ),
  stored('stores the label in small letters', /label/, (body) =>
    typeof body['label'] === 'string' ? { ...body, label: body['label'].toLowerCase() } : body,
  ),
  {
    operation: 'listTokens',
    what: 'shows the full token as a member',
    mentions: /token/,
    plant: () =>
      onAnswer(isSuccess, async (response, _call, server) => {
        const items = await itemsOf(response)
        const full = ({ token_prefix }: Members) =>
          [...server.memory.tokens.keys()].find((token) => token.slice(0, 10) === token_prefix)
        return new Response(JSON.stringify(items.map((item) => ({ ...item, value: full(item) }))), {
          headers: response.headers,
        })
      }),
  },
  {
    operation: 'listTokens',
    what: 'shows the full token as the prefix',
    mentions: /prefix|token/,
    plant: () =>
      onAnswer(isSuccess, async (response, _call, server) => {
        const items = await itemsOf(response)
        const full = ({ token_prefix }: Members) =>
          [...server.memory.tokens.keys()].find((token) => token.slice(0, 10) === token_prefix)
        return new Response(JSON.stringify(items.map((item) => ({ ...item, token_prefix: full(item) }))), {
          headers: response.headers,
        })
      }),
  },
  {
    operation: 'listTokens',
    what: 'lists tokens that have expired',
    everywhere: true,
    also: ['createToken'],
    mentions: /expir/,
    plant: () => {
      const seen = new Map<string, Members>()
      return async (call, server) => {
        const response = await server.send(call)
        if (!isSuccess(response, call)) return response
        if (call.operation?.id === 'createToken') {
          const token_prefix = (await response.clone().text()).slice(0, 10)
          const now = new Date().toISOString()
          const { label = null, expiration = null } = call.body ?? {}
          seen.set(token_prefix, { label, expiration, token_prefix, created_at: now, last_used_at: now })
        }
        if (call.operation?.id !== 'listTokens') return response
        const items = await itemsOf(response)
        const email = server.caller(call)?.email
        const expired = [...server.memory.tokens.values()]
          .filter(
            (known) => known.email === email && (known.expiration ?? Number.POSITIVE_INFINITY) <= Date.now(),
          )
          .map(({ token }) => seen.get(token.slice(0, 10)))
          .filter((item) => item !== undefined)
        const all = [...items, ...expired].sort((one, other) =>
          String(other['created_at']).localeCompare(String(one['created_at'])),
        )
        return new Response(JSON.stringify(all), { headers: response.headers })
      }
    },
  },
  {
    operation: 'login',
    what: 'gives the same token to the same account',
    plant: () => {
      const known = new Map<unknown, Response>()
      return onAnswer(isSuccess, (response, call, server) => {
        const before = known.get(call.body?.['email'])
        const token = server.tokenOf(String(call.body?.['email']).toLowerCase())
        if (before && token) return before.clone()
        known.set(call.body?.['email'], response.clone())
        return response
      })
    },
  },
  {
    operation: 'createToken',
    what: 'answers the prefix and not the token',
    plant: () => onText((token) => token.slice(0, 10)),
  },
  {
    operation: 'createToken',
    what: 'answers a label in front of the token',
    plant: () => onText((token) => `token: ${token}`),
  },
]
