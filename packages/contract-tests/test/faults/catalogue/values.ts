import { operations } from '../document.ts'
import { isSuccess, onAnswer, onBody, withText } from '../operators.ts'
import type { Call } from '../proxy/call.ts'
import type { Serve } from '../proxy/server.ts'
import { byHand, type Family, type Member } from './family.ts'

/** Texts, e-mails, paths and times that are stored or read as something similar. */
export const valueFaults = (): readonly Family[] => [
  byHand('input', [...tidied, ...withoutTags, ...plusSigns, ...slashes, ...offsets]),
]

/** Which texts can be read back, and where a password is compared. A workspace's name is not shown by any operation. */
const texts = [
  ['createToken', 'label', ['listTokens']],
  ['createUserGlobally', 'name', ['globalWhoami', 'listUsersAsSuperAdmin']],
  ['createUserGlobally', 'company', ['globalWhoami', 'listUsersAsSuperAdmin']],
  ['createUserGlobally', 'password', ['login']],
  ['setPassword', 'password', ['login']],
  ['login', 'password', ['createUserGlobally', 'setPassword']],
] as const

const tidied: readonly Member[] = texts.flatMap(([operation, name, also]) =>
  [
    [`reads ${name} in normalization form C`, (text: string) => text.normalize('NFC')] as const,
    [`trims ${name}`, (text: string) => text.trim()] as const,
  ].map(([what, change]) => ({
    operation,
    what,
    also,
    plant: () =>
      onBody((body) => {
        const value = body[name]
        return typeof value === 'string' ? { ...body, [name]: change(value) } : body
      }),
  })),
)

const tag = /\+[^@/"]*(?=@)/g
const encodedTag = /(?:\+|%2B)[^@/"]*?(?=@|%40)/gi

/** Who else may tell of an e-mail that one operation writes, or shows. */
const tellsOfEmails = [
  'createUserGlobally',
  'createUser',
  'inviteUser',
  'listUsers',
  'listWorkspaceInvites',
  'listUsersAsSuperAdmin',
]

function inBodies(): Serve {
  return onBody((body) => {
    const { email } = body
    return typeof email === 'string' ? { ...body, email: email.replace(tag, '') } : body
  })
}

function inPaths(change: (path: string) => string): Serve {
  return (call, server) => {
    const url = new URL(call.url)
    if (call.isOwn) url.pathname = change(url.pathname)
    return server.send(call, { url })
  }
}

function withoutTag(operation: string, what: string, plant: () => Serve): Member {
  return { operation, what, also: tellsOfEmails, plant }
}

const withoutTags: readonly Member[] = [
  ...['createUserGlobally', 'login', 'createUser', 'inviteUser', 'deleteInvite'].map((operation) =>
    withoutTag(operation, 'drops the tag of an e-mail', inBodies),
  ),
  ...['globalUserUpdate', 'deleteGlobalUser'].map((operation) =>
    withoutTag(operation, 'drops the tag of an e-mail', () =>
      inPaths((path) => path.replace(encodedTag, '')),
    ),
  ),
  ...[
    'getCurrentEmail',
    'globalWhoami',
    'whoami',
    'whois',
    'listUsers',
    'listUsersAsSuperAdmin',
    'listWorkspaceInvites',
    'listPendingInvites',
  ].map((operation) =>
    withoutTag(operation, 'shows e-mails without their tag', () =>
      onAnswer(isSuccess, async (response) =>
        withText(response, (await response.clone().text()).replace(tag, '')),
      ),
    ),
  ),
  {
    ...withoutTag('loginWithOauth', 'drops the tag of the provider’s e-mail', () => (call, server) => {
      const url = new URL(call.url)
      const hint = url.searchParams.get('login_hint')
      if (hint !== null) url.searchParams.set('login_hint', hint.replace(tag, ''))
      return server.send(call, { url })
    }),
    everywhere: true,
  },
]

const plusSigns: readonly Member[] = ['globalUserUpdate', 'deleteGlobalUser'].flatMap((operation) => [
  {
    operation,
    what: 'reads + in a path as a space',
    mentions: /404/,
    plant: () => inPaths((path) => path.replaceAll('+', '%20')),
  },
  {
    operation,
    what: 'decodes %2B in a path to a space',
    mentions: /404/,
    plant: () => inPaths((path) => path.replaceAll(/%2B/gi, '%20')),
  },
])

/** Every operation with a text in its path: a server that decodes the path first takes `%2F` for a separator. */
const slashes: readonly Member[] = operations
  .filter(({ path, id }) => path.includes('{') && id !== 'startOauthLogin')
  .map(({ id }) => ({
    operation: id,
    what: 'skips %2F in a path',
    mentions: /40[034]|20[01]|%2F|prefix/,
    plant: () => inPaths((path) => path.replaceAll(/%2F/gi, '')),
  }))

function offset(what: string, change: (sign: string, hours: number, minutes: number) => number): Member {
  return {
    operation: 'createToken',
    what,
    mentions: /expiration/,
    also: ['listTokens'],
    plant: () => onBody((body, call) => ({ ...body, ...shifted(call, change) })),
  }
}

/** The expiration, as far ahead of UTC as a server makes of its offset. */
function shifted({ body }: Call, change: (sign: string, hours: number, minutes: number) => number) {
  const match = /^(\d{4}-.*)([+-])(\d\d):(\d\d)$/.exec(String(body?.['expiration']))
  const [, local = '', sign = '', hours, minutes] = match ?? []
  const moment = Date.parse(`${local}Z`)
  if (Number.isNaN(moment)) return {}
  return {
    expiration: new Date(moment - change(sign, Number(hours), Number(minutes)) * 60_000).toISOString(),
  }
}

const offsets: readonly Member[] = [
  offset('reads the offset of an expiration to the hour', (sign, hours) => (sign === '-' ? -60 : 60) * hours),
  offset(
    'turns the offset of an expiration round',
    (sign, hours, minutes) => (sign === '-' ? 1 : -1) * (60 * hours + minutes),
  ),
  offset('adds the minutes of a negative offset of an expiration', (sign, hours, minutes) =>
    sign === '-' ? -60 * hours + minutes : 60 * hours + minutes,
  ),
  offset(
    'reads the minutes of an offset as hundredths',
    (sign, hours, minutes) => (sign === '-' ? -1 : 1) * 60 * (hours + minutes / 100),
  ),
]
