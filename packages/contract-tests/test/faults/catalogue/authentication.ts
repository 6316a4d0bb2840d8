import { operations } from '../document.ts'
import { cache, letIn, plain } from '../operators.ts'
import { type Call, cookieOf, tokenOf, withToken } from '../proxy/call.ts'
import type { End } from '../proxy/memory.ts'
import type { Serve, Server } from '../proxy/server.ts'
import { byHand, type Family, family, type Member } from './family.ts'

const guarded = operations.filter(({ isInternal, role }) => !isInternal && role !== 'anonymous')
const refused = /401|status|unauthorized|refus/i

/** Servers that take what proves nothing, or refuse what proves who calls. */
export const authenticationFaults = (): readonly Family[] => [
  each('open to everybody', 5, 'needs no credentials', (call) => tokenOf(call) === undefined),
  each('any token is good', 4, 'takes any token', isUnknown),
  each('a malformed token is good', 3, 'takes a token of another form', isMalformed),
  ended('logout', 4, 'takes a token after logout'),
  ended('deleted', 4, 'takes a token after it was deleted'),
  ended('expired', 4, 'takes a token after it has expired'),
  ended('password', 3, 'takes a session that a new password has ended'),
  ended('account', 3, 'takes a token of an account that was deleted'),
  cached('logout', 'logout'),
  cached('deleted', 'its deletion'),
  cached('expired', 'its expiration'),
  cached('password', 'a new password'),
  cached('account', 'the deletion of its account'),
  family('authentication', 'the cookie is not accepted', 4, guarded.map(deaf('the cookie', onlyCookie))),
  family(
    'authentication',
    'the bearer header is not accepted',
    3,
    guarded.map(deaf('the bearer header', onlyBearer)),
  ),
  family('authentication', 'a bad bearer falls back to the cookie', 4, guarded.map(fallBack)),
  family('authentication', 'the query is a credential', 4, guarded.map(queried)),
  byHand('authentication', byHandOnly),
]

/** Refused at first, it is served in the name of the super admin. */
function each(
  kind: string,
  take: number,
  what: string,
  isMeant: (call: Call, server: Server) => boolean,
): Family {
  const members = guarded.map(({ id }) => ({
    operation: id,
    what,
    mentions: refused,
    plant: () => letIn(401, isMeant),
  }))
  return family('authentication', kind, take, members)
}

function ended(end: End, take: number, what: string): Family {
  return each(`ended: ${end}`, take, what, (call, server) => hasEnded(call, server, end))
}

function hasEnded(call: Call, server: Server, end: End): boolean {
  const known = server.caller(call)
  if (end === 'expired') return (known?.expiration ?? Number.POSITIVE_INFINITY) <= Date.now()
  return known?.ended === end
}

/** A server that looks a token up again after a few seconds only. */
function cached(end: End, what: string): Family {
  const members = guarded.map(({ id }) => ({
    operation: id,
    ...(id === 'logout' && end !== 'logout' && { invisible: 'It ends the token that it is called with.' }),
    what: `takes a token for three seconds after ${what}`,
    mentions: refused,
    plant: () =>
      cache({
        refusal: 401,
        keyOf: (call, server) => server.caller(call)?.token,
        isMeant: (call, server) => hasEnded(call, server, end),
      }),
  }))
  return family('authentication', `cached: ${end}`, 3, members)
}

function isUnknown(call: Call, server: Server): boolean {
  const token = tokenOf(call)
  return token !== undefined && /^[A-Za-z0-9]{30,}$/.test(token) && !server.memory.tokens.has(token)
}

function isMalformed(call: Call): boolean {
  const token = tokenOf(call)
  return token !== undefined && !/^[A-Za-z0-9]{30,}$/.test(token)
}

function onlyCookie({ headers }: Call): boolean {
  return cookieOf(headers) !== undefined && !headers.has('authorization')
}

function onlyBearer({ headers }: Call): boolean {
  return headers.has('authorization') && !headers.has('cookie')
}

function deaf(to: string, isMeant: (call: Call) => boolean): (operation: { readonly id: string }) => Member {
  return ({ id }) => ({
    operation: id,
    what: `does not accept ${to}`,
    mentions: refused,
    plant: () => (call, server) =>
      server.send(call, call.isOwn && isMeant(call) ? { headers: withToken(call.headers, undefined) } : {}),
  })
}

function fallBack({ id }: { readonly id: string }): Member {
  return {
    operation: id,
    what: 'falls back to the cookie',
    mentions: refused,
    plant: () => rescue((call) => (call.headers.has('authorization') ? cookieOf(call.headers) : undefined)),
  }
}

function queried({ id }: { readonly id: string }): Member {
  return {
    operation: id,
    what: 'takes a token from the query',
    mentions: refused,
    plant: () =>
      rescue(({ url }) => url.searchParams.get('token') ?? url.searchParams.get('access_token') ?? undefined),
  }
}

function schemeOf(operation: string, scheme: string): Member {
  const pattern = new RegExp(`^${scheme} (.+)$`)
  return {
    operation,
    what: `takes the scheme ${scheme}`,
    also: ['getCurrentEmail'],
    plant: () => rescue((call) => pattern.exec(call.headers.get('authorization') ?? '')?.[1]),
  }
}

/** Refused at first, it is tried again with a token found elsewhere. */
function rescue(find: (call: Call, server: Server) => string | undefined): Serve {
  return async (call, server) => {
    const response = await server.send(call)
    const token = response.status === 401 ? find(call, server) : undefined
    return token === undefined ? response : server.send(call, { headers: withToken(call.headers, token) })
  }
}

function live({ memory }: Server): string[] {
  return [...memory.tokens.values()].filter((known) => !known.ended).map(({ token }) => token)
}

function loginWith(whose: string, isEnough: (sent: string, right: string) => boolean): Member {
  return {
    operation: 'login',
    what: `takes ${whose}`,
    plant: () => async (call, server) => {
      const response = await server.send(call)
      const right = server.memory.passwords.get(String(call.body?.['email']).toLowerCase())
      const sent = call.body?.['password']
      if (response.status !== 400 || right === undefined || typeof sent !== 'string') return response
      return isEnough(sent, right) ? server.send(call, { body: { ...call.body, password: right } }) : response
    },
  }
}

const byHandOnly: readonly Member[] = [
  loginWith('any password', () => true),
  loginWith('an empty password', (sent) => sent === ''),
  loginWith('a password in another case', (sent, right) => sent.toLowerCase() === right.toLowerCase()),
  loginWith('the beginning of a password', (sent, right) => sent !== '' && right.startsWith(sent)),
  loginWith('a password with something behind', (sent, right) => sent.startsWith(right)),
  loginWith('a password with spaces around', (sent, right) => sent.trim() === right),
  {
    operation: 'login',
    what: 'takes the password of another account',
    plant: () => async (call, server) => {
      const response = await server.send(call)
      if (response.status !== 400 || !call.body) return response
      const known = [...server.memory.passwords].find(([, password]) => password === call.body?.['password'])
      const right = server.memory.passwords.get(String(call.body['email']).toLowerCase())
      return known && right ? server.send(call, { body: { ...call.body, password: right } }) : response
    },
  },
  {
    operation: 'login',
    what: 'lets unknown accounts in',
    plant: () => async (call, server) => {
      const response = await server.send(call)
      const isKnown = server.memory.passwords.has(String(call.body?.['email']).toLowerCase())
      return response.status === 400 && call.body && !isKnown ? plain(200, 'x'.repeat(32)) : response
    },
  },
  {
    operation: 'whoami',
    what: 'looks at the cookie before the bearer header',
    also: ['getCurrentEmail'],
    plant: () => (call, server) => {
      const cookie = cookieOf(call.headers)
      return server.send(call, cookie === undefined ? {} : { headers: withToken(call.headers, cookie) })
    },
  },
  schemeOf('globalWhoami', 'Token'),
  schemeOf('listTokens', 'Basic'),
  schemeOf('createToken', 'token'),
  {
    operation: 'globalWhoami',
    what: 'takes a token without a scheme',
    plant: () => rescue((call) => call.headers.get('authorization') ?? undefined),
  },
  {
    operation: 'getCurrentEmail',
    what: 'takes the prefix of a token',
    plant: () =>
      rescue((call, server) => {
        const sent = tokenOf(call) ?? ''
        return sent.length < 10 ? undefined : live(server).find((token) => token.startsWith(sent))
      }),
  },
  {
    operation: 'listUsers',
    what: 'looks at the first 20 characters of a token',
    plant: () =>
      rescue((call, server) => {
        const sent = (tokenOf(call) ?? '').slice(0, 20)
        return sent.length < 20 ? undefined : live(server).find((token) => token.startsWith(sent))
      }),
  },
  {
    operation: 'globalWhoami',
    what: 'does not look at the case of a token',
    plant: () =>
      rescue((call, server) => {
        const sent = (tokenOf(call) ?? '').toLowerCase()
        return live(server).find((token) => token.toLowerCase() === sent)
      }),
  },
  {
    operation: 'listTokens',
    what: 'takes a token in a header of its own',
    plant: () => rescue((call) => call.headers.get('x-api-key') ?? call.headers.get('x-token') ?? undefined),
    invisible: 'There are as many names of headers as one likes; the contract names one.',
  },
  {
    operation: 'logout',
    what: 'ends nothing',
    also: ['getCurrentEmail'],
    plant: () => async (call, server) =>
      call.isOwn && (await server.ask('GET', '/users/email', tokenOf(call))).ok
        ? plain(200, `${server.caller(call)?.email} is logged out`, {
            'set-cookie': 'token=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax',
          })
        : server.send(call),
  },
]
