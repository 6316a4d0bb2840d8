import { membersOf, type Operation, operations } from '../document.ts'
import { isSuccess, type Members, objectOf, onAnswer, onBody, pretend, withText } from '../operators.ts'
import { type Call, tokenOf } from '../proxy/call.ts'
import type { Server } from '../proxy/server.ts'
import { beyondFaults } from './beyond.ts'
import { byHand, type Family, family, type Member } from './family.ts'
import { deletionFaults } from './state-deletions.ts'
import { duplicateFaults } from './state-duplicates.ts'
import { inviteFaults } from './state-invites.ts'
import { listFaults } from './state-lists.ts'
import { updateFaults } from './state-updates.ts'

const published = operations.filter(({ isInternal }) => !isInternal)
const writing = published.filter(
  ({ id, method }) => method !== 'GET' && !['login', 'loginWithOauth', 'createToken'].includes(id),
)
const reading = published.filter(({ method }) => method === 'GET')

/** Operations by which a write may rightly be told. */
const readers: Readonly<Record<string, readonly string[]>> = {
  createUser: ['listUsers', 'listUsernames', 'whois', 'listWorkspaceInvites'],
  updateUser: ['listUsers', 'whois', 'whoami'],
  deleteUser: ['listUsers', 'listUsernames', 'whois'],
  acceptInvite: ['listUsers', 'whoami', 'listWorkspaceInvites'],
  declineInvite: ['listWorkspaceInvites'],
  leaveWorkspace: ['listUsers', 'whoami'],
  createToken: ['listTokens'],
  deleteToken: ['listTokens'],
  createUserGlobally: ['listUsersAsSuperAdmin', 'globalWhoami', 'login'],
  globalUserUpdate: ['listUsersAsSuperAdmin', 'globalWhoami'],
  setPassword: ['login'],
}

/** Servers whose answers are right and whose deeds are not. */
export const stateFaults = (): readonly Family[] => [
  family('state', 'a write is answered and not done', 9, writing.map(swallow)),
  family('state', 'a value stored is not the one sent', 9, published.flatMap(distortions)),
  family('state', 'what was made is not listed', 5, hidden()),
  family('state', 'a read is stale', 6, reading.map(stale)),
  family(
    'state',
    'what is refused for its body is done all the same',
    6,
    writing.filter(({ body }) => body).map(defiant),
  ),
  family(
    'state',
    'what is refused for the role is done all the same',
    6,
    writing.filter(({ errors }) => errors.includes(403)).map(insolent),
  ),
  family(
    'state',
    'everything is done twice',
    3,
    published
      .filter(({ id }) =>
        [
          'createUser',
          'createToken',
          'acceptInvite',
          'createUserGlobally',
          'declineInvite',
          'deleteUser',
          'leaveWorkspace',
        ].includes(id),
      )
      .map(twice),
  ),
  byHand('state', [...updateFaults, ...deletionFaults, ...duplicateFaults, ...inviteFaults, ...listFaults]),
  byHand('state', beyondFaults),
]

function swallow({ id, success }: Operation): Member {
  return {
    operation: id,
    what: 'answers and does nothing',
    also: readers[id] ?? [],
    plant: () => async (call, server) => {
      if (!call.isOwn || !server.caller(call) || server.caller(call)?.ended) return server.send(call)
      // Only what could succeed is swallowed: a rehearsal would do it, so that errors are told by rules of thumb.
      return (await wouldSucceed(call, server)) ? pretend(success)(call, server) : server.send(call)
    },
  }
}

/** Whether a write looks as if it were about to succeed. */
async function wouldSucceed(call: Call, server: Server): Promise<boolean> {
  const { operation, body, path } = call
  const required = operation?.body?.required ?? []
  const isShort = membersOf(operation?.body).every(([name, { maxLength = 1000, pattern = '', type }]) => {
    const value = body?.[name]
    if (value === undefined) return !required.includes(name)
    if (typeof value === 'string')
      return (
        type !== 'boolean' &&
        value.length <= maxLength &&
        value !== '' &&
        value !== 'bot' &&
        new RegExp(pattern, 'u').test(value) &&
        !value.includes('\0')
      )
    return value === null
      ? Array.isArray(type)
      : type === typeof value || (Array.isArray(type) && type.includes(typeof value))
  })
  if (operation?.body && (!body || !isShort || !call.headers.get('content-type')?.includes('json')))
    return false
  const workspace = path['workspace'] ?? body?.['workspace_id']
  if (workspace === undefined) return operation?.role !== 'super-admin' || isSuperAdmin(call, server)
  if (operation?.path.startsWith('/w/')) return isAllowed(call, server)
  const invites = await server.ask('GET', '/users/list_invites', tokenOf(call))
  return (await invites.text()).includes(`"${workspace}"`)
}

async function isSuperAdmin(call: Call, server: Server): Promise<boolean> {
  const me = await server.ask('GET', '/users/whoami', tokenOf(call))
  const isOne = me.ok && (await objectOf(me))['super_admin'] === true
  if (!isOne || call.operation?.id !== 'globalUserUpdate') return isOne
  return server.memory.passwords.has(call.path['email'] ?? '')
}

async function isAllowed({ path, operation, ...call }: Call, server: Server): Promise<boolean> {
  const token = tokenOf({ path, operation, ...call })
  const me = await server.ask('GET', `/w/${path['workspace']}/users/whoami`, token)
  if (!me.ok) return false
  const { is_admin, username } = await objectOf(me)
  if (operation?.id === 'leaveWorkspace') return is_admin === false
  if (is_admin !== true) return false
  if (path['username'] === undefined) return true
  const named = await server.ask(
    'GET',
    `/w/${path['workspace']}/users/whois/${encodeURIComponent(path['username'])}`,
    token,
  )
  return named.ok && path['username'] !== username
}

const changes: Readonly<Record<string, readonly [string, (value: unknown) => unknown]>> = {
  is_admin: ['turned round', (value) => (typeof value === 'boolean' ? !value : value)],
  super_admin: ['always false', (value) => (value === true ? false : value)],
  is_super_admin: ['always false', (value) => (value === true ? false : value)],
  name: ['in capitals', (value) => (typeof value === 'string' ? value.toUpperCase() : value)],
  company: ['forgotten', (value) => (typeof value === 'string' && value.length <= 30 ? null : value)],
  label: [
    'without spaces around',
    (value) =>
      typeof value === 'string' && value.length <= 50 ? `${value} `.trim().replaceAll(/\s+/g, '') : value,
  ],
  expiration: ['a minute later', (value) => later(value, 60_000)],
  username: [
    'with a number',
    (value) =>
      typeof value === 'string' && /^[\w-]{1,48}$/.test(value) && value !== 'bot' ? `${value}1` : value,
  ],
  email: [
    'without its dots',
    (value) => (typeof value === 'string' && value.length <= 50 ? value.replace(/-(?=.*@)/, '') : value),
  ],
  password: [
    'in small letters',
    (value) => (typeof value === 'string' && value.length <= 256 ? value.toLowerCase() : value),
  ],
}

function later(value: unknown, by: number): unknown {
  const time = Date.parse(String(value))
  return typeof value !== 'string' || Number.isNaN(time) ? value : new Date(time + by).toISOString()
}

function distortions({ id, body }: Operation): Member[] {
  if (['login', 'loginWithOauth'].includes(id)) return []
  return membersOf(body).flatMap(([name]) => {
    const change = changes[name]
    if (!change) return []
    return {
      operation: id,
      what: `stores ${name} ${change[0]}`,
      mentions:
        name === 'password' ? /password|log in|login|status/ : new RegExp(`${name}|${change[0]}|status`),
      also: readers[id] ?? [],
      plant: () => onBody((sent) => (name in sent ? { ...sent, [name]: change[1](sent[name]) } : sent)),
    }
  })
}

/** What was made through the proxy is not shown. */
function hidden(): Member[] {
  const hide = (
    operation: string,
    by: string,
    member: string,
    readValue: (call: Call, text: string) => unknown,
  ): Member => ({
    operation,
    everywhere: true,
    what: `does not show what ${by} made`,
    also: [by],
    plant: () => {
      const made = new Set<unknown>()
      return async (call, server) => {
        const response = await server.send(call)
        if (!isSuccess(response, call)) return response
        if (call.operation?.id === by) made.add(readValue(call, await response.clone().text()))
        if (call.operation?.id !== operation) return response
        const items: unknown = await response.clone().json()
        if (!Array.isArray(items)) return response
        return withText(
          response,
          JSON.stringify(items.filter((item) => !made.has(member === '' ? item : item[member]))),
        )
      }
    },
  })
  return [
    hide('listTokens', 'createToken', 'token_prefix', (_call, token) => token.slice(0, 10)),
    hide('listTokens', 'login', 'token_prefix', (_call, token) => token.slice(0, 10)),
    hide('listUsers', 'createUser', 'username', ({ body }) => body?.['username']),
    hide('listUsernames', 'createUser', '', ({ body }) => body?.['username']),
    hide('listUsers', 'acceptInvite', 'username', ({ body }) => body?.['username']),
    hide('listUsernames', 'acceptInvite', '', ({ body }) => body?.['username']),
    hide('listUsersAsSuperAdmin', 'createUserGlobally', 'email', ({ body }) =>
      String(body?.['email']).toLowerCase(),
    ),
    hide('listWorkspaceInvites', 'inviteUser', 'workspace_id', ({ path }) => path['workspace']),
  ]
}

/** The first answer to each caller and place is given for ever. */
function stale({ id }: Operation): Member {
  return {
    ...(id === 'getCurrentEmail' && {
      invisible: 'The e-mail of a token never changes, and what is refused is not answered from the cache.',
    }),
    operation: id,
    what: 'answers from a cache',
    also: [
      'deleteUser',
      'updateUser',
      'createUser',
      'createToken',
      'deleteToken',
      'createUserGlobally',
      'globalUserUpdate',
      'acceptInvite',
      'declineInvite',
      'inviteUser',
      'leaveWorkspace',
      'deleteGlobalUser',
      'logout',
      'setPassword',
    ],
    plant: () => {
      const known = new Map<string, Response>()
      return onAnswer(
        (response, call) => isSuccess(response, call) && call.method === 'GET',
        (response, call) => {
          const key = `${tokenOf(call)} ${call.url.pathname}${call.url.search}`
          const cached = known.get(key) ?? response.clone()
          known.set(key, cached)
          return cached.clone()
        },
      )
    },
  }
}

function defiant({ id }: Operation): Member {
  return {
    ...(id === 'declineInvite' && {
      invisible: 'Where the only member of a body is wrong, there is nothing left to act on.',
    }),
    operation: id,
    what: 'refuses a body with 422 and acts all the same',
    also: readers[id] ?? [],
    plant: () => async (call, server) => {
      const response = await server.send(call)
      if (call.isOwn && call.body && response.status === 422)
        await server.send(call, { body: completed(call) })
      return response
    },
  }
}

/** A body with what is missing or odd put right. */
function completed({ body, operation }: Call): Members {
  const values: Members = {
    is_admin: true,
    is_super_admin: true,
    super_admin: false,
    password: 'other-secret',
    name: 'Nobody',
    company: null,
    label: 'fault',
    expiration: null,
  }
  const random = crypto.randomUUID().slice(0, 8)
  const all: Members = {
    ...values,
    email: `contract-fault-${random}@example.com`,
    username: `fault-${random}`,
  }
  return Object.fromEntries(
    membersOf(operation?.body).map(([name, { type, maxLength = 256 }]) => {
      const value = body?.[name]
      const isGood =
        value !== null &&
        value !== '' &&
        type !== undefined &&
        String(type).includes(typeof value) &&
        String(value).length <= maxLength
      return [
        name,
        isGood && !['is_admin', 'is_super_admin', 'password'].includes(name) ? value : (all[name] ?? value),
      ]
    }),
  )
}

function insolent({ id }: Operation): Member {
  return {
    operation: id,
    what: 'refuses a caller with 403 and acts all the same',
    also: readers[id] ?? [],
    plant: () => async (call, server) => {
      const response = await server.send(call)
      if (call.isOwn && response.status === 403) await server.sendAsAdmin(call)
      return response
    },
  }
}

function twice({ id }: Operation): Member {
  return {
    operation: id,
    what: 'does everything twice',
    also: readers[id] ?? [],
    plant: () => async (call, server) => {
      if (call.isOwn) await server.send(call)
      return server.send(call)
    },
  }
}
