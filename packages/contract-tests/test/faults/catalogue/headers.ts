import { operations } from '../document.ts'
import { onHeaders } from '../operators.ts'
import { byHand, type Family, family, type Member } from './family.ts'

const published = operations.filter(({ isInternal }) => !isInternal)

/** Answers whose headers are not as promised. */
export const headerFaults = (): readonly Family[] => [
  family('headers', 'a success without media type', 3, published.map(untyped)),
  family('headers', 'a success of another media type', 5, published.flatMap(mistyped)),
  family('headers', 'an error of another media type', 6, published.flatMap(mistypedErrors)),
  family('headers', 'no Allow', 3, published.map(withoutAllow)),
  family('headers', 'another Allow', 2, published.map(otherAllow)),
  family('headers', 'another cookie of a login', 9, ['login', 'loginWithOauth'].flatMap(cookies)),
  family(
    'headers',
    'a token that may be cached',
    4,
    ['login', 'loginWithOauth', 'createToken'].flatMap(cached),
  ),
  byHand('headers', byHandOnly),
]

function untyped({ id, success }: (typeof published)[number]): Member {
  return {
    operation: id,
    what: 'names no media type',
    mentions: /content-type|media type/i,
    plant: () => onHeaders(success, (headers) => headers.delete('content-type')),
  }
}

function mistyped({ id, success, mediaType }: (typeof published)[number]): Member[] {
  const wrong = mediaType === 'text/plain' ? ['application/json', 'text/html'] : ['text/plain', 'text/html']
  return wrong.map((type) => ({
    operation: id,
    what: `calls its answer ${type}`,
    mentions: /content-type|media type|text\/|application\/json/i,
    plant: () => onHeaders(success, (headers) => headers.set('content-type', type)),
  }))
}

function mistypedErrors({ id, errors }: (typeof published)[number]): Member[] {
  return errors
    .filter((status) => status !== 413)
    .map((status) => ({
      operation: id,
      what: `calls its ${status} text/html`,
      mentions: /content-type|media type|text\/html/i,
      plant: () => onHeaders(status, (headers) => headers.set('content-type', 'text/html')),
    }))
}

function withoutAllow({ id }: (typeof published)[number]): Member {
  return {
    operation: id,
    what: 'does not say which methods are allowed',
    mentions: /allow/i,
    plant: () => onHeaders(405, (headers) => headers.delete('allow')),
  }
}

function otherAllow({ id }: (typeof published)[number]): Member {
  return {
    operation: id,
    what: 'allows PATCH alone',
    mentions: /allow/i,
    plant: () => onHeaders(405, (headers) => headers.set('allow', 'PATCH')),
  }
}

const cookieChanges: Readonly<Record<string, (text: string) => string>> = {
  'sets no cookie': () => '',
  'sets a cookie that scripts can read': (text) => text.replace(/; *HttpOnly/i, ''),
  'sets a cookie that other sites send': (text) => text.replace(/; *SameSite=Lax/i, ''),
  'sets a cookie with SameSite=None': (text) => text.replace(/SameSite=Lax/i, 'SameSite=None'),
  'sets a cookie without a path': (text) => text.replace(/; *Path=\//i, ''),
  'sets a cookie of the path /api/users': (text) => text.replace(/Path=\//i, 'Path=/api/users'),
  'calls the cookie session': (text) => text.replace(/^token=/, 'session='),
  'sets a cookie with another token': (text) => text.replace(/^token=.{4}/, 'token=zzzz'),
  'sets a cookie that the browser forgets': (text) => text.replaceAll(/; *(?:Max-Age|Expires)=[^;]*/gi, ''),
  'sets a cookie that lives an hour': (text) =>
    `${text.replaceAll(/; *(?:Max-Age|Expires)=[^;]*/gi, '')}; Max-Age=3600`,
  'sets a cookie that lives a year': (text) =>
    `${text.replaceAll(/; *(?:Max-Age|Expires)=[^;]*/gi, '')}; Max-Age=31536000`,
}

function cookies(operation: string): Member[] {
  return Object.entries(cookieChanges).map(([what, change]) => ({
    operation,
    what,
    mentions: /cookie|httponly|samesite|path|max-age|expire/i,
    plant: () => cookie(200, change),
  }))
}

function cookie(status: number, change: (text: string) => string): ReturnType<typeof onHeaders> {
  return onHeaders(status, (headers) => {
    const kept = headers.getSetCookie().map((text) => (text.startsWith('token=') ? change(text) : text))
    headers.delete('set-cookie')
    for (const text of kept) if (text !== '') headers.append('set-cookie', text)
  })
}

function cached(operation: string): Member[] {
  const status = operation === 'createToken' ? 201 : 200
  const changes: Readonly<Record<string, (headers: Headers) => void>> = {
    'does not forbid to cache the token': (headers) => headers.delete('cache-control'),
    'lets the token be cached for a minute': (headers) => headers.set('cache-control', 'private, max-age=60'),
  }
  return Object.entries(changes).map(([what, change]) => ({
    operation,
    what,
    mentions: /cache-control/i,
    plant: () => onHeaders(status, change),
  }))
}

const byHandOnly: readonly Member[] = [
  {
    operation: 'login',
    what: 'does not say when to try again',
    mentions: /retry-after/i,
    plant: () => onHeaders(429, (headers) => headers.delete('retry-after')),
  },
  {
    operation: 'login',
    what: 'says "soon" in Retry-After',
    mentions: /retry-after/i,
    plant: () => onHeaders(429, (headers) => headers.set('retry-after', 'soon')),
  },
  {
    operation: 'logout',
    what: 'leaves the cookie',
    mentions: /set-cookie|cookie/i,
    plant: () => onHeaders(200, (headers) => headers.delete('set-cookie')),
  },
  {
    operation: 'logout',
    what: 'clears the cookie of another path',
    mentions: /set-cookie|cookie/i,
    plant: () => cookie(200, (text) => text.replace(/Path=\//i, 'Path=/api/users')),
  },
]
