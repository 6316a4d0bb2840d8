import { operations } from '../document.ts'
import { isSuccess, onAnswer, onText, plain, textsOf, withText } from '../operators.ts'
import type { Call } from '../proxy/call.ts'
import type { Server } from '../proxy/server.ts'
import { byHand, type Family, family, type Member } from './family.ts'

const published = operations.filter(({ isInternal }) => !isInternal)
const inWorkspace = published.filter(({ path }) => path.startsWith('/w/'))

/** Servers that tell what is nobody's business. */
export const disclosureFaults = (): readonly Family[] => [
  family(
    'disclosure',
    'a stack trace in an error',
    5,
    published.flatMap(({ id, errors }) =>
      errors.filter((status) => ![401, 413, 429].includes(status)).map(trace(id)),
    ),
  ),
  family(
    'disclosure',
    'SQL in an error',
    4,
    published.flatMap(({ id, errors }) =>
      errors.filter((status) => [400, 404, 422].includes(status)).map(sql(id)),
    ),
  ),
  family('disclosure', 'a workspace shows that it exists: status', 3, inWorkspace.map(existence(404))),
  family('disclosure', 'a workspace shows that it exists: text', 3, inWorkspace.map(existence(403))),
  family(
    'disclosure',
    'a word more at 401',
    3,
    published.filter(({ role }) => role !== 'anonymous').map(talkative),
  ),
  byHand('disclosure', byHandOnly),
]

function trace(operation: string): (status: number) => Member {
  return (status) => ({
    operation,
    what: `shows a stack trace at ${status}`,
    plant: () =>
      onAnswer(
        (response) => response.status === status,
        async (response) =>
          withText(
            response,
            `${await response.text()} at Object.<anonymous> (/srv/api/src/handlers.ts:41:13)\n    at next (/srv/node_modules/router/index.js:280:10)`,
          ),
      ),
  })
}

function sql(operation: string): (status: number) => Member {
  return (status) => ({
    operation,
    what: `shows SQL at ${status}`,
    plant: () =>
      onAnswer(
        (response) => response.status === status,
        async (response) =>
          withText(
            response,
            `${await response.text()} (error returned from database: duplicate key value violates unique constraint "usr_pkey": INSERT INTO usr (email) VALUES ($1))`,
          ),
      ),
  })
}

function existence(other: 403 | 404): (operation: { readonly id: string }) => Member {
  return ({ id }) => ({
    operation: id,
    what:
      other === 404
        ? 'answers strangers 404 where no workspace is'
        : 'tells strangers in words where no workspace is',
    plant: () => async (call, server) => {
      const response = await server.send(call)
      if (!call.isOwn || response.status !== 403) return response
      const isThere = await exists(call, server)
      if (isThere) return response
      return other === 404
        ? plain(404, 'Not found: no such workspace')
        : plain(403, 'Forbidden: no such workspace')
    },
  })
}

async function exists(call: Call, server: Server): Promise<boolean> {
  const id = call.url.pathname.split('/')[3] ?? ''
  return (await server.askAsAdmin('GET', `/w/${id}/users/whoami`)).ok
}

function talkative({ id }: { readonly id: string }): Member {
  return {
    operation: id,
    what: 'says at 401 what is wrong with the token',
    mentions: /Unauthorized|401/,
    plant: () =>
      onAnswer(
        (response) => response.status === 401,
        (response) => withText(response, 'Unauthorized: token expired'),
      ),
  }
}

/** Changes what an account gets that nobody has made. */
function onUnknown(change: (response: Response) => Response): ReturnType<Member['plant']> {
  return onAnswer(
    (response, call) => call.isOwn && response.status === 400 && call.body !== undefined,
    (response, call, server) =>
      server.memory.passwords.has(String(call.body?.['email']).toLowerCase()) ? response : change(response),
  )
}

function limitAt(most: number, isGlobal: boolean): Member['plant'] {
  return () => {
    const failures = new Map<string, number>()
    return async (call, server) => {
      const email = isGlobal ? '' : String(call.body?.['email']).toLowerCase()
      const count = failures.get(email) ?? 0
      if (call.isOwn && call.body && count >= most && !isGlobal)
        return plain(429, 'Too many requests: later', { 'retry-after': '900' })
      const response = await server.send(call)
      if (response.ok && !isGlobal) failures.set(email, 0)
      if (response.status === 400) failures.set(email, count + 1)
      const isOver = isGlobal && count >= most && response.status === 400
      return isOver ? plain(429, 'Too many requests: later', { 'retry-after': '900' }) : response
    }
  }
}

const byHandOnly: readonly Member[] = [
  {
    operation: 'login',
    what: 'answers 404 to an unknown account',
    mentions: /404/,
    plant: () => onUnknown(() => plain(404, 'Not found: no such account')),
  },
  {
    operation: 'login',
    what: 'has another text for an unknown account',
    plant: () => onUnknown(() => plain(400, 'Bad request: Unknown e-mail')),
  },
  {
    operation: 'login',
    what: 'is 300 ms faster for an unknown account',
    mentions: /time|ms|long|fast|slow|duration/,
    plant: () => async (call, server) => {
      const isKnown = call.isOwn && server.memory.passwords.has(String(call.body?.['email']).toLowerCase())
      if (isKnown) await new Promise((resolve) => setTimeout(resolve, 300))
      return server.send(call)
    },
  },
  {
    operation: 'login',
    what: 'has a header more for an unknown account',
    invisible: 'Extra response headers are allowed, and there are as many names of them as one likes.',
    plant: () =>
      onUnknown(
        (response) =>
          new Response(response.body, {
            status: 400,
            headers: { ...Object.fromEntries(response.headers), 'x-account': 'none' },
          }),
      ),
  },
  {
    operation: 'login',
    what: 'does not count failures of an unknown account',
    mentions: /429|400/,
    plant: () => async (call, server) => {
      const response = await server.send(call)
      const isKnown = server.memory.passwords.has(String(call.body?.['email']).toLowerCase())
      return call.isOwn && response.status === 429 && !isKnown
        ? plain(400, 'Bad request: Invalid login')
        : response
    },
  },
  {
    operation: 'login',
    what: 'lets the right password in after ten failures',
    mentions: /429|200/,
    plant: () => async (call, server) => {
      const response = await server.send(call)
      const email = String(call.body?.['email']).toLowerCase()
      const known = server.tokenOf(email)
      const isRight = server.memory.passwords.get(email) === call.body?.['password']
      return call.isOwn && response.status === 429 && isRight && known
        ? plain(200, known.token, {
            'cache-control': 'no-store',
            'set-cookie': `token=${known.token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=259200`,
          })
        : response
    },
  },
  {
    operation: 'login',
    what: 'limits after five failures',
    mentions: /429|400/,
    plant: limitAt(5, false),
  },
  {
    operation: 'login',
    what: 'limits all accounts together',
    mentions: /429|400|200/,
    plant: limitAt(12, true),
  },
  {
    operation: 'createUserGlobally',
    what: 'says the password in its text',
    mentions: /password|secret/,
    plant: () => onText((text, { body }) => `${text} with password ${body?.['password']}`),
  },
  {
    operation: 'setPassword',
    what: 'says the new password in its text',
    mentions: /password|secret/,
    plant: () => onText((text, { body }) => `${text}: ${body?.['password']}`),
  },
  {
    operation: 'createUserGlobally',
    what: 'says the password in its error',
    mentions: /password|secret/,
    plant: () =>
      onAnswer(
        (response, call) => response.status === 400 && typeof call.body?.['password'] === 'string',
        (response, call) => withText(response, `Bad request: could not insert ${call.body?.['password']}`),
      ),
  },
  {
    operation: 'login',
    what: 'says the password in its error',
    mentions: /password|secret|text/,
    plant: () =>
      onAnswer(
        (response, call) => response.status === 400 && typeof call.body?.['password'] === 'string',
        (response, call) => withText(response, `Bad request: Invalid login ${call.body?.['password']}`),
      ),
  },
  {
    operation: 'logout',
    what: 'says the token in its text',
    mentions: /token|secret/,
    plant: () =>
      onText((text, { headers }) => `${text} (${headers.get('authorization') ?? headers.get('cookie')})`),
  },
  {
    operation: 'deleteToken',
    what: 'says the full token that it deleted',
    mentions: /token|secret/,
    plant: () =>
      onAnswer(isSuccess, async (response, call, server) => {
        const prefix = call.path['token_prefix'] ?? ''
        const full = [...server.memory.tokens.keys()].find((token) => token.slice(0, 10) === prefix)
        return withText(response, `${await response.text()} ${full ?? ''}`.trim())
      }),
  },
  {
    operation: 'globalWhoami',
    what: 'shows the hash as a part of the name',
    plant: () =>
      onText((text) =>
        text.replace('"name":', '"hash":"$argon2id$v=19$m=4096,t=3,p=1$c2FsdHNhbHQ$aGFzaGhhc2g","name":'),
      ),
  },
  {
    operation: 'listUsers',
    what: 'shows strangers that they are none, with the number of members',
    plant: () =>
      onAnswer(
        (response) => response.status === 403,
        async (response, call, server) => {
          const names = await server.askAsAdmin('GET', `/w/${call.path['workspace']}/users/list_usernames`)
          const count = names.ok ? (await textsOf(names)).length : 0
          return withText(response, `Forbidden: you are none of the ${count} members`)
        },
      ),
  },
]
