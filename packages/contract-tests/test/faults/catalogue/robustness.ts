import { type Operation, operations } from '../document.ts'
import { plain, pretend } from '../operators.ts'
import type { Call } from '../proxy/call.ts'
import type { Serve } from '../proxy/server.ts'
import { byHand, type Family, family, type Member } from './family.ts'

const published = operations.filter(({ isInternal }) => !isInternal)
const oops = () => plain(500, 'Internal: oops')

/** Servers that do not stand what comes. */
export const robustnessFaults = (): readonly Family[] => [
  family(
    'robustness',
    'every n-th answer is a 500',
    4,
    published.flatMap(({ id }) => [3, 5].map((n) => everyNth(id, n))),
  ),
  family(
    'robustness',
    'the connection is dropped',
    3,
    published.filter(({ id }) => id !== 'login').map(drop),
  ),
  family(
    'robustness',
    'the answer is lost after the deed',
    3,
    published.filter(({ id, method }) => method === 'POST' && id !== 'login').map(lose),
  ),
  family(
    'robustness',
    'slow by seconds',
    4,
    published.filter(({ id }) => !['login', 'createUserGlobally'].includes(id)).map(slow(3000)),
  ),
  family(
    'robustness',
    'never answers',
    2,
    published.filter(({ id }) => !['login', 'createUserGlobally'].includes(id)).map(slow(30_000)),
  ),
  family('robustness', 'odd text fails', 6, published.filter(({ body }) => body).flatMap(odd)),
  family('robustness', 'two at once both succeed', 5, races()),
  byHand('robustness', byHandOnly),
]

function everyNth(operation: string, n: number): Member {
  return {
    operation,
    what: `answers 500 every ${n}th time`,
    mentions: /500/,
    plant: () => {
      let calls = 0
      return (call, server) => {
        calls += 1
        return calls % n === 0 ? Promise.resolve(oops()) : server.send(call)
      }
    },
  }
}

const closed = () => Promise.reject(new TypeError('fetch failed', { cause: new Error('other side closed') }))

function drop({ id }: Operation): Member {
  return {
    operation: id,
    what: 'drops every third connection',
    mentions: /without a response/,
    plant: () => {
      let calls = 0
      return (call, server) => {
        calls += 1
        return calls % 3 === 0 ? closed() : server.send(call)
      }
    },
  }
}

function lose({ id }: Operation): Member {
  return {
    operation: id,
    what: 'drops the connection when it has succeeded',
    mentions: /without a response/,
    plant: () => async (call, server) => {
      const response = await server.send(call)
      return call.isOwn && response.ok ? closed() : response
    },
  }
}

function slow(ms: number): (operation: Operation) => Member {
  return ({ id }) => ({
    operation: id,
    what: `is slow by ${ms} ms`,
    mentions: /response|ms|slow|second/,
    plant: () => async (call, server) => {
      if (call.isOwn) await new Promise((resolve) => setTimeout(resolve, ms).unref?.())
      return server.send(call)
    },
  })
}

const oddities: Readonly<Record<string, RegExp>> = {
  NUL: /\0/,
  'a lone surrogate': /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/,
  'letters beyond the basic plane': /[\uD800-\uDBFF][\uDC00-\uDFFF]/,
  'a quote': /['"]/,
}

function odd({ id }: Operation): Member[] {
  return Object.entries(oddities).map(([what, pattern]) => ({
    operation: id,
    what: `fails at ${what} in a text`,
    mentions: /500/,
    plant: () => (call, server) =>
      call.isOwn && sentTexts(call).some((text) => pattern.test(text))
        ? Promise.resolve(oops())
        : server.send(call),
  }))
}

function sentTexts({ body }: Call): string[] {
  return Object.values(body ?? {}).filter((value) => typeof value === 'string')
}

/** Once a second equal call comes while the first is on its way, the refusal becomes a success. */
function races(): Member[] {
  const race = (operation: string, success: number): Member => ({
    operation,
    what: 'lets two at once succeed',
    plant: () => together((call, server) => pretend(success)(call, server), 400, 404),
  })
  return [
    race('acceptInvite', 200),
    race('createUser', 201),
    race('createUserGlobally', 201),
    race('declineInvite', 200),
    race('leaveWorkspace', 200),
    race('deleteUser', 200),
    race('updateUser', 200),
  ]
}

function together(respond: (...given: Parameters<Serve>) => Response, ...refused: readonly number[]): Serve {
  const inside = new Map<string, number>()
  return async (call, server) => {
    const count = inside.get(call.url.pathname) ?? 0
    inside.set(call.url.pathname, count + 1)
    const response = await server.send(call)
    const isRace = (inside.get(call.url.pathname) ?? 0) > 1 || count > 0
    inside.set(call.url.pathname, (inside.get(call.url.pathname) ?? 1) - 1)
    const isMeant = refused.length === 0 ? count > 0 : refused.includes(response.status)
    return isRace && isMeant && call.isOwn ? respond(call, server) : response
  }
}

const byHandOnly: readonly Member[] = [
  {
    operation: 'listUsersAsSuperAdmin',
    what: 'fails at a high page number',
    mentions: /500/,
    plant: () => (call, server) =>
      Number(call.url.searchParams.get('page')) > 100_000 ? Promise.resolve(oops()) : server.send(call),
  },
  {
    operation: 'listUsersAsSuperAdmin',
    what: 'refuses a high page number',
    mentions: /422|page/,
    plant: () => (call, server) =>
      Number(call.url.searchParams.get('page')) > 100_000
        ? Promise.resolve(plain(422, 'Unprocessable: page'))
        : server.send(call),
  },
  {
    operation: 'globalWhoami',
    what: 'fails after 20 answers',
    mentions: /500/,
    plant: () => {
      let answers = 0
      return (call, server) => {
        answers += 1
        return answers > 20 ? Promise.resolve(oops()) : server.send(call)
      }
    },
  },
  {
    operation: 'createUser',
    what: 'fails where two come at the same moment',
    mentions: /500/,
    plant: () => together(() => oops()),
  },
  {
    operation: 'createUserGlobally',
    what: 'fails at a duplicate',
    mentions: /500/,
    plant: () => async (call, server) => {
      const response = await server.send(call)
      return call.isOwn && call.body && response.status === 400 ? oops() : response
    },
  },
  {
    operation: 'login',
    what: 'fails at a long password',
    mentions: /500/,
    plant: () => (call, server) =>
      String(call.body?.['password']).length > 256 ? Promise.resolve(oops()) : server.send(call),
  },
  {
    operation: 'createToken',
    what: 'fails at an expiration in the far future',
    mentions: /500|expiration/,
    plant: () => (call, server) =>
      Date.parse(String(call.body?.['expiration'])) > Date.parse('2100-01-01')
        ? Promise.resolve(oops())
        : server.send(call),
  },
  {
    operation: 'getCurrentEmail',
    what: 'fails at an Authorization header without a scheme',
    mentions: /500/,
    plant: () => (call, server) =>
      /^(?!Bearer )\S*/i.test(call.headers.get('authorization') ?? 'Bearer ')
        ? Promise.resolve(oops())
        : server.send(call),
  },
  {
    operation: 'listTokens',
    what: 'fails at malformed cookies',
    mentions: /500/,
    plant: () => (call, server) =>
      /token=(?![A-Za-z0-9]{30,}(?:;|$))/.test(call.headers.get('cookie') ?? '')
        ? Promise.resolve(oops())
        : server.send(call),
  },
]
