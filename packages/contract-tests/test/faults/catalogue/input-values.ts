import { onAnswer, onBody, plain, repair } from '../operators.ts'
import type { Member } from './family.ts'

const change = (what: string, edit: (query: URLSearchParams) => void, mentions: RegExp): Member => ({
  operation: 'listUsersAsSuperAdmin',
  what,
  mentions,
  plant: () => (call, server) => {
    const url = new URL(call.url)
    edit(url.searchParams)
    return server.send(call, { url })
  },
})

const replace =
  (name: string, isMeant: (value: string) => boolean, value: string) => (query: URLSearchParams) => {
    if (query.has(name) && isMeant(query.get(name) ?? '')) query.set(name, value)
  }

/** Query values that are read in another way. */
export const queryFaults: readonly Member[] = [
  change(
    'takes a page that is no number for the first',
    replace('page', (text) => !/^-?\d+$/.test(text), '1'),
    /page/,
  ),
  change(
    'takes page 0 for the first',
    replace('page', (text) => Number(text) <= 0, '1'),
    /page/,
  ),
  change(
    'takes a size that is no number for 30',
    replace('per_page', (text) => !/^-?\d+$/.test(text), '30'),
    /per_page/,
  ),
  change(
    'takes a size over 100 for 100',
    replace('per_page', (text) => Number(text) > 100, '100'),
    /per_page/,
  ),
  change(
    'takes a size of 0 for 30',
    replace('per_page', (text) => Number(text) === 0, '30'),
    /per_page/,
  ),
  change(
    'takes the first of a repeated page',
    (query) => query.getAll('page').length > 1 && query.set('page', query.get('page') ?? ''),
    /page/,
  ),
  change(
    'rounds a page',
    replace('page', (text) => /^\d+\.\d+$/.test(text), '1'),
    /page/,
  ),
  change(
    'refuses a size of 100',
    replace('per_page', (text) => text === '100', '101'),
    /per_page|status|422/,
  ),
]

/** Capitals where they do not matter, or do. */
export const caseFaults: readonly Member[] = [
  {
    operation: 'login',
    what: 'looks at the case of an e-mail',
    plant: () => (call, server) =>
      /[A-Z]/.test(String(call.body?.['email']))
        ? refuse(400, 'Bad request: Invalid login')
        : server.send(call),
  },
  {
    operation: 'globalUserUpdate',
    what: 'looks at the case of an e-mail',
    plant: () => (call, server) =>
      /[A-Z]/.test(call.path['email'] ?? '') ? refuse(404, 'Not found: no such account') : server.send(call),
  },
  {
    operation: 'createUserGlobally',
    what: 'takes an e-mail in another case for another one',
    plant: () =>
      onBody((body) =>
        /[A-Z]/.test(String(body['email'])) ? { ...body, email: `x${body['email']}` } : body,
      ),
  },
  {
    operation: 'whois',
    what: 'does not look at the case of a username',
    plant: () => (call, server) => {
      const url = new URL(call.url)
      url.pathname = url.pathname.replace(/[^/]+$/, (name) =>
        name.includes('%') ? name : name.toLowerCase(),
      )
      return server.send(call, { url })
    },
  },
]

const rename = (operation: string): Member => ({
  operation,
  what: 'accepts the username bot',
  mentions: /bot|reserved|400|20\d/,
  plant: () =>
    repair(
      (body) =>
        body['username'] === 'bot' ? { ...body, username: `bot-${crypto.randomUUID().slice(0, 8)}` } : body,
      [400],
    ),
})

const count = (operation: string, name: string, most: number): Member => ({
  operation,
  what: `counts ${name} in bytes`,
  plant: () => (call, server) => {
    const value = call.body?.[name]
    const isLong = typeof value === 'string' && [...value].length <= most && Buffer.byteLength(value) > most
    return isLong ? refuse(422, `Unprocessable: ${name} is too long`) : server.send(call)
  },
})

const narrow = (operation: string, name: string, most: number): Member => ({
  operation,
  what: `allows ${most} characters as ${name}, and no more`,
  plant: () => (call, server) => {
    const value = call.body?.[name]
    return typeof value === 'string' && [...value].length > most
      ? refuse(422, `Unprocessable: ${name} is too long`)
      : server.send(call)
  },
})

/** Values that the rules of the domain refuse or allow. */
export const domainFaults: readonly Member[] = [
  rename('createUser'),
  rename('acceptInvite'),
  {
    operation: 'createToken',
    what: 'accepts an expiration in the past',
    mentions: /expiration|past|400|201/,
    plant: () =>
      repair((body) => ({ ...body, expiration: new Date(Date.now() + 86_400_000).toISOString() }), [400]),
  },
  {
    operation: 'createToken',
    what: 'refuses an expiration with an offset',
    mentions: /4\d\d|expiration/,
    plant: () => (call, server) =>
      /[+-]\d\d:\d\d$/.test(String(call.body?.['expiration']))
        ? refuse(422, 'Unprocessable: expiration must end with Z')
        : server.send(call),
  },
  {
    operation: 'createToken',
    what: 'needs a label',
    plant: () => (call, server) =>
      call.body && call.isOwn && !('label' in call.body)
        ? refuse(422, 'Unprocessable: label is missing')
        : server.send(call),
  },
  {
    operation: 'createToken',
    what: 'refuses null as expiration',
    plant: () => (call, server) =>
      call.body?.['expiration'] === null
        ? refuse(422, 'Unprocessable: expiration is null')
        : server.send(call),
  },
  count('createUserGlobally', 'name', 30),
  count('createToken', 'label', 50),
  narrow('createToken', 'label', 49),
  narrow('setPassword', 'password', 255),
  narrow('createUserGlobally', 'password', 72),
  narrow('createUserGlobally', 'company', 29),
  narrow('createUser', 'username', 32),
  {
    operation: 'setPassword',
    what: 'wants eight characters at least',
    plant: () => (call, server) =>
      typeof call.body?.['password'] === 'string' && call.body['password'].length < 8
        ? refuse(422, 'Unprocessable: at least 8 characters')
        : server.send(call),
  },
  {
    operation: 'getCurrentEmail',
    what: 'refuses a query',
    plant: () => (call, server) =>
      call.url.search === '' ? server.send(call) : refuse(400, 'Bad request: a query'),
    invisible: 'The contract says nothing of query parameters that no operation has.',
  },
  {
    operation: 'declineInvite',
    what: 'answers 422 to a workspace that does not exist',
    mentions: /422/,
    plant: () =>
      onAnswer(
        (response) => response.status === 404,
        () => plain(422, 'Unprocessable: no such workspace'),
      ),
  },
]

/** A refusal of the proxy itself. */
export function refuse(status: number, text: string): Promise<Response> {
  return Promise.resolve(plain(status, text))
}
