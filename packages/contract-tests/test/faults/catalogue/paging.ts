import { itemsOf, type Members, onJson, onList } from '../operators.ts'
import type { Serve } from '../proxy/server.ts'
import { byHand, type Family, type Member } from './family.ts'

/** Pages that are not the pages of one list. */
export const pagingFaults = (): readonly Family[] => [byHand('paging', byHandOnly)]

const lastPageAgain: Serve = async (call, server) => {
  const response = await server.send(call)
  const isEmpty = call.isOwn && response.ok && (await response.clone().text()).trim() === '[]'
  if (!isEmpty) return response
  const url = new URL(call.url)
  url.searchParams.set('page', '1')
  return server.send(call, { url })
}

function asked(what: string, change: (query: URLSearchParams) => unknown): Member {
  return {
    operation: 'listUsersAsSuperAdmin',
    what,
    plant: () => (call, server) => {
      const url = new URL(call.url)
      const isValid = ['page', 'per_page'].every((name) =>
        /^([1-9]\d*)?$/.test(url.searchParams.get(name) ?? ''),
      )
      if (isValid && numberOf(url.searchParams, 'per_page', 30) <= 100) change(url.searchParams)
      return server.send(call, { url })
    },
  }
}

function shown(what: string, change: (items: Members[], size: number, page: number) => Members[]): Member {
  return {
    operation: 'listUsersAsSuperAdmin',
    what,
    plant: () =>
      onList((items, { url }) =>
        change(items, numberOf(url.searchParams, 'per_page', 30), numberOf(url.searchParams, 'page', 1)),
      ),
  }
}

function listed(what: string, change: (items: Members[]) => Members[]): Member {
  return { operation: 'listUsersAsSuperAdmin', what, plant: () => onList((items) => change(items)) }
}

function numberOf(query: URLSearchParams, name: string, fallback: number): number {
  return query.has(name) ? Number(query.get(name)) : fallback
}

const byHandOnly: readonly Member[] = [
  asked('ignores the page', (query) => query.delete('page')),
  asked('ignores the size of a page', (query) => query.delete('per_page')),
  asked('counts pages from zero', (query) =>
    query.set('page', String(Math.min(numberOf(query, 'page', 1) + 1, 2 ** 31))),
  ),
  asked('takes the second page for the default', (query) => query.has('page') || query.set('page', '2')),
  asked('gives one too many', (query) =>
    query.set('per_page', String(Math.min(numberOf(query, 'per_page', 30) + 1, 100))),
  ),
  asked(
    'gives one too few',
    (query) =>
      numberOf(query, 'per_page', 30) > 1 &&
      query.set('per_page', String(numberOf(query, 'per_page', 30) - 1)),
  ),
  asked(
    'gives 20 where nothing is asked for',
    (query) => query.has('per_page') || query.set('per_page', '20'),
  ),
  asked(
    'gives 100 where nothing is asked for',
    (query) => query.has('per_page') || query.set('per_page', '100'),
  ),
  asked('gives 50 at most', (query) => numberOf(query, 'per_page', 30) > 50 && query.set('per_page', '50')),
  asked('begins again past the end', (query) => numberOf(query, 'page', 1) > 60 && query.set('page', '1')),
  shown('leaves the last of a full page out', (items, size) =>
    items.length === size ? items.slice(0, -1) : items,
  ),
  shown('leaves the last of the second page out', (items, _size, page) =>
    page === 2 ? items.slice(0, -1) : items,
  ),
  shown('leaves the first of the third page out', (items, _size, page) =>
    page === 3 ? items.slice(1) : items,
  ),
  {
    operation: 'listUsersAsSuperAdmin',
    what: 'shows the last of a page on the next one again',
    plant: () => async (call, server) => {
      const page = Number(call.url.searchParams.get('page') ?? 1)
      const response = await server.send(call)
      if (!call.isOwn || !response.ok || !(page > 1)) return response
      const url = new URL(call.url)
      url.searchParams.set('page', String(page - 1))
      const before = await itemsOf(await server.send(call, { url }))
      const items = await itemsOf(response)
      const shifted = items.length === 0 ? items : [...before.slice(-1), ...items.slice(0, -1)]
      return new Response(JSON.stringify(shifted), { headers: response.headers })
    },
  },
  listed('lists the last first', (items) => [...items].reverse()),
  listed('swaps the first two', ([first, second, ...rest]) =>
    first && second ? [second, first, ...rest] : [first].filter((item) => item !== undefined),
  ),
  listed('orders by name', (items) =>
    [...items].sort((one, other) => String(one['name']).localeCompare(String(other['name']))),
  ),
  {
    operation: 'listUsersAsSuperAdmin',
    what: 'lists in another order each time',
    plant: () => {
      let calls = 0
      return onList((items) => {
        calls += 1
        const cut = items.length === 0 ? 0 : calls % items.length
        return [...items.slice(cut), ...items.slice(0, cut)]
      })
    },
  },
  {
    operation: 'listUsersAsSuperAdmin',
    what: 'repeats the last page past the end',
    plant: () => lastPageAgain,
  },
  {
    operation: 'listUsersAsSuperAdmin',
    what: 'is 404 past the end',
    mentions: /404/,
    plant: () => async (call, server) => {
      const response = await server.send(call)
      const isEmpty = call.isOwn && response.ok && (await response.clone().text()).trim() === '[]'
      return isEmpty
        ? new Response('Not found: no such page', {
            status: 404,
            headers: { 'content-type': 'text/plain' },
          })
        : response
    },
  },
  {
    operation: 'listUsersAsSuperAdmin',
    what: 'shows super admins on the first page alone',
    plant: () => async (call, server) => {
      const response = await server.send(call)
      if (!call.isOwn || !response.ok || Number(call.url.searchParams.get('page') ?? 1) === 1) return response
      const items = await itemsOf(response)
      return new Response(JSON.stringify(items.filter((item) => item['super_admin'] !== true)), {
        headers: response.headers,
      })
    },
  },
  {
    operation: 'listUsersAsSuperAdmin',
    what: 'shows each account of a page as the first',
    plant: () => onJson((items) => (items as Members[]).map((_item, _index, all) => all[0])),
  },
]
