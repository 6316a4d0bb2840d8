import { operations } from '../document.ts'
import { isSuccess, onAnswer, onStatus, withStatus } from '../operators.ts'
import { byHand, type Family, family, type Member } from './family.ts'

const published = operations.filter(({ isInternal }) => !isInternal)

/** Answers with another status than the document has for the case. */
export const statusFaults = (): readonly Family[] => [
  family('status', 'another 2xx', 7, published.flatMap(otherSuccess)),
  family(
    'status',
    '200 for an error',
    7,
    published.flatMap(({ id, errors }) => errors.map(swap(id, 200))),
  ),
  ...[401, 403, 404, 422, 400].map((from) =>
    family('status', `another error than ${from}`, 4, published.flatMap(confused(from))),
  ),
  family(
    'status',
    'an undocumented status',
    5,
    published.flatMap(({ id, errors }) => errors.map(swap(id, 409))),
  ),
  family('status', '500 where input is to blame', 6, published.flatMap(blamed)),
  byHand('status', byHandOnly),
]

function init({ headers }: Response): ResponseInit {
  return { headers }
}

function otherSuccess({ id, success }: { readonly id: string; readonly success: number }): Member[] {
  return [200, 201, 202, 204]
    .filter((status) => status !== success)
    .map((status) => ({
      operation: id,
      what: `answers ${status} in place of ${success}`,
      mentions: new RegExp(String(status)),
      plant: () => onAnswer(isSuccess, (response) => withStatus(response, status)),
    }))
}

function swap(operation: string, to: number): (from: number) => Member {
  return (from) => ({
    operation,
    what: `answers ${to} in place of ${from}`,
    mentions: new RegExp(String(to)),
    plant: () => onStatus(from, to),
  })
}

function confused(from: number): (operation: (typeof published)[number]) => Member[] {
  return ({ id, errors }) =>
    errors.includes(from)
      ? [400, 401, 403, 404, 422].filter((to) => to !== from).map((to) => swap(id, to)(from))
      : []
}

function blamed({ id, errors }: (typeof published)[number]): Member[] {
  return [400, 404, 415, 422].filter((from) => errors.includes(from)).map(swap(id, 500))
}

const byHandOnly: readonly Member[] = [
  {
    operation: 'getCurrentEmail',
    what: 'redirects in place of 401',
    mentions: /30[27]/,
    plant: () =>
      onAnswer(
        (response) => response.status === 401,
        () => new Response(null, { status: 302, headers: { location: '/login' } }),
      ),
  },
  {
    operation: 'listTokens',
    what: 'answers 404 in place of 405',
    mentions: /404/,
    plant: () => onStatus(405, 404),
  },
  {
    operation: 'acceptInvite',
    what: 'answers 409 in place of 400 to a username that is taken',
    mentions: /409/,
    plant: () =>
      onAnswer(
        (response, call) => response.status === 400 && call.body !== undefined,
        (response) => withStatus(response, 409),
      ),
  },
  {
    operation: 'createUserGlobally',
    what: 'answers 422 in place of 400 to a duplicate',
    mentions: /422/,
    plant: () =>
      onAnswer(
        (response, call) => response.status === 400 && call.body !== undefined,
        (response) => withStatus(response, 422),
      ),
  },
  {
    operation: 'login',
    what: 'answers 401 to a wrong password',
    mentions: /401/,
    plant: () =>
      onAnswer(
        (response, call) => response.status === 400 && call.body !== undefined,
        (response) => withStatus(response, 401),
      ),
  },
  {
    operation: 'deleteToken',
    what: 'answers 404 where nothing matches',
    mentions: /404/,
    plant: () =>
      onAnswer(isSuccess, async (response) => {
        const text = await response.clone().text()
        return /\b0\b/.test(text)
          ? new Response('Not found: no such token', { ...init(response), status: 404 })
          : response
      }),
  },
]
