import { expect, test } from 'vitest'
import { admin, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

const list = (query = '') => call(`GET /users/list_as_super_admin?${query.replace('?', '')}`, { as: admin })
const emails = async (query: string) => {
  const { body } = await list(query)
  return (body as { email: string }[]).map(({ email }) => email) // as checked by the document
}

const everybody = ['ada@example.com', 'admin@windmill.dev', 'grace@example.com', 'katherine@example.com']

test('lists all accounts by e-mail', async () => {
  expect(await emails('')).toEqual(everybody)
})

test('has each account on one page', async () => {
  const pages = await Promise.all([1, 2, 3].map((page) => emails(`?page=${page}&per_page=2`)))
  expect(pages).toEqual([everybody.slice(0, 2), everybody.slice(2), []])
})

test('has 30 on a page unless told', async () => {
  const create = (index: number) =>
    call('POST /users/create', {
      as: admin,
      body: { email: `user${index}@example.com`, password: 'enigma-decoded', super_admin: false },
    })
  await Promise.all(Array.from({ length: 30 }, (_, index) => create(index)))
  expect(await emails('')).toHaveLength(30)
  expect(await emails('?page=2')).toHaveLength(4)
  expect(await emails('?per_page=100')).toHaveLength(34)
})

test('orders by code point', async () => {
  for (const email of ['a_b@example.com', 'a.b@example.com', 'a0@example.com']) {
    await call('POST /users/create', { as: admin, body: { email, password: 'enigma', super_admin: false } })
  }
  expect((await emails('')).slice(0, 3)).toEqual(['a.b@example.com', 'a0@example.com', 'a_b@example.com'])
})

test.each(['?page=999999999999', '?page=99999999999999999999999999&per_page=100'])(
  'has nobody on %s',
  async (query) => {
    expect(await list(query)).toMatchObject({ status: 200, body: [] })
  },
)

test.each([
  ['?page=0', 'page must be 1 or more, and is 0'],
  ['?page=-1', 'page must be 1 or more, and is -1'],
  ['?per_page=101', 'per_page must be 100 or less, and is 101'],
  ['?page=one', 'page must be an integer, and is a string'],
  ['?page=1.5', 'page must be an integer, and is a string'],
  ['?page=', 'page must be an integer, and is a string'],
  ['?page', 'page must be an integer, and is a string'],
  ['?page=1&page=1', 'page must be given once, and is given 2 times'],
])('refuses %s', async (query, detail) => {
  expect(await list(query)).toMatchObject({ status: 422, body: `Unprocessable: ${detail}` })
})

test('refuses a query that cannot be decoded', async () => {
  expect(await list('?page=%ZZ')).toMatchObject({ status: 400 })
})

test('ignores parameters that it does not take', async () => {
  expect(await list('?order=desc')).toMatchObject({ status: 200 })
})
