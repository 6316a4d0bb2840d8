import { describe, expect, test } from 'vitest'
import { createClient, createUserApi, listUsersAsSuperAdmin } from '../src/index.ts'
import { caught } from './support/caught.ts'
import { baseUrl, json, recordingServer, text } from './support/server.ts'

const account = (index: number) => ({
  email: `${index}@example.com`,
  login_type: 'password',
  super_admin: false,
  verified: true,
  name: null,
  company: null,
})

/** A server with so many accounts. */
function serverWith(count: number) {
  const server = recordingServer(({ url }) => {
    const query = new URL(url).searchParams
    const [page, size] = [Number(query.get('page')), Number(query.get('per_page'))]
    return json(
      Array.from({ length: count }, (_, index) => account(index)).slice((page - 1) * size, page * size),
    )
  })
  const api = createUserApi({ baseUrl, auth: { kind: 'none' }, fetch: server.fetch })
  return { api, server, queries: () => server.requests.map(({ url }) => new URL(url).search) }
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}

describe('items', () => {
  test('are those of all pages, until one is not full', async () => {
    const { api, queries } = serverWith(70)
    const emails = (await all(api.listUsersAsSuperAdmin.items())).map(({ email }) => email)

    expect(emails).toEqual(Array.from({ length: 70 }, (_, index) => `${index}@example.com`))
    expect(queries()).toEqual(['?page=1&per_page=30', '?page=2&per_page=30', '?page=3&per_page=30'])
  })

  test('begin at a page, of a size', async () => {
    const { api, queries } = serverWith(10)
    const accounts = await all(api.listUsersAsSuperAdmin.items({ page: 2, per_page: 5 }))

    expect(accounts.map(({ email }) => email)[0]).toBe('5@example.com')
    expect(queries()).toEqual(['?page=2&per_page=5', '?page=3&per_page=5'])
  })

  test('begin where a query says, in plain JavaScript', async () => {
    const { api, queries } = serverWith(10)
    const query = new URLSearchParams('page=2&per_page=5')
    await all(api.listUsersAsSuperAdmin.items(query as never))

    expect(queries()).toEqual(['?page=2&per_page=5', '?page=3&per_page=5'])
  })

  test('that nobody takes are not fetched', async () => {
    const { api, server } = serverWith(70)
    for await (const _ of api.listUsersAsSuperAdmin.items()) break

    expect(server.requests).toHaveLength(1)
  })

  test('are there for a function that is imported alone', async () => {
    const client = createClient({ baseUrl, auth: { kind: 'none' }, fetch: () => json([account(1)]) })

    expect(await all(listUsersAsSuperAdmin.items(client))).toEqual([account(1)])
  })
})

describe('pages', () => {
  test('come one at a time, and none is empty', async () => {
    const { api } = serverWith(4)
    const pages = await all(api.listUsersAsSuperAdmin.pages({ per_page: 2 }))

    expect(pages.map((page) => page.length)).toEqual([2, 2])
    expect(await all(serverWith(0).api.listUsersAsSuperAdmin.pages())).toEqual([])
  })

  test('of a server that does not look at `page` end with an error', async () => {
    const server = recordingServer(() => json([account(1), account(2)]))
    const api = createUserApi({ baseUrl, auth: { kind: 'none' }, fetch: server.fetch })

    expect(await caught(all(api.listUsersAsSuperAdmin.pages({ per_page: 2 })))).toMatchObject({
      kind: 'refused',
      argument: 'page',
      operation: 'listUsersAsSuperAdmin',
    })
    expect(server.requests).toHaveLength(2)
  })

  test('that are no lists end with an error', async () => {
    const api = createUserApi({ baseUrl, auth: { kind: 'none' }, fetch: () => json(null) })

    expect(await caught(all(api.listUsersAsSuperAdmin.pages()))).toMatchObject({ argument: 'page' })
  })

  test('that fail say how', async () => {
    const api = createUserApi({ baseUrl, auth: { kind: 'none' }, fetch: () => text('Forbidden: no', 403) })

    expect(await caught(all(api.listUsersAsSuperAdmin.items()))).toMatchObject({ status: 403 })
  })
})
