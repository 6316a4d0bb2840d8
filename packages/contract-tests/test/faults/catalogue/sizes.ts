import { itemsOf, onJson, plain, withText } from '../operators.ts'
import { byHand, type Family, type Member } from './family.ts'

/** Lists that are cut off, and numbers that are too large for some types. */
export const sizeFaults = (): readonly Family[] => [
  byHand('paging', [...cutLists, ...cutPages, ...largePages]),
]

const whole = ['listTokens', 'listUsers', 'listUsernames', 'listWorkspaceInvites', 'listPendingInvites']

const cutLists: readonly Member[] = [30, 50].flatMap((most) =>
  whole.map((operation) => ({
    operation,
    what: `lists ${most} at most`,
    mentions: /number/,
    also: ['listUsers'],
    plant: () => onJson((items) => (Array.isArray(items) ? items.slice(0, most) : items)),
  })),
)

/** All pages together have so many items. */
const cutPages: readonly Member[] = [30, 50].map((most) => ({
  operation: 'listUsersAsSuperAdmin',
  what: `lists ${most} on all pages at most`,
  plant: () => async (call, server) => {
    const response = await server.send(call)
    if (!call.isOwn || !response.ok) return response
    const { searchParams } = call.url
    const before = (Number(searchParams.get('page') ?? 1) - 1) * Number(searchParams.get('per_page') ?? 30)
    const items = await itemsOf(response)
    return withText(response, JSON.stringify(items.slice(0, Math.max(0, most - before))))
  },
}))

function largePage(what: string, change: (page: number, size: number) => number): Member {
  return {
    operation: 'listUsersAsSuperAdmin',
    what,
    mentions: /page|4294967|status/,
    plant: () => (call, server) => {
      const url = new URL(call.url)
      const page = Number(url.searchParams.get('page') ?? Number.NaN)
      const size = Number(url.searchParams.get('per_page') ?? 30)
      if (page > 1 && size >= 1 && size <= 100) url.searchParams.set('page', String(change(page, size)))
      return server.send(call, { url })
    },
  }
}

function refusing(what: string, status: number, text: string): Member {
  return {
    operation: 'listUsersAsSuperAdmin',
    what,
    mentions: new RegExp(String(status)),
    plant: () => async (call, server) => {
      const response = await server.send(call)
      const isLarge = Number(call.url.searchParams.get('page')) >= 2 ** 32
      return call.isOwn && response.ok && isLarge ? plain(status, text) : response
    },
  }
}

const largePages: readonly Member[] = [
  largePage('reads the page in 32 bits', (page) => page % 2 ** 32 || 1),
  largePage(
    'counts the offset of a page in 32 bits',
    (page, size) => Math.floor((((page - 1) * size) % 2 ** 32) / size) + 1,
  ),
  refusing('refuses pages from 2^32 on', 422, 'Unprocessable: page is too large'),
  refusing('fails at pages from 2^32 on', 500, 'Internal server error'),
]
