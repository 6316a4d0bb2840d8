import { expect, test } from 'vitest'
import { type BodyOf, invalid } from '../../test/line.ts'
import { ada, start, useSandbox } from '../../test/use-sandbox.ts'

const { call, passMinutes } = useSandbox()

const createToken = (body: BodyOf<'POST /users/tokens/create'>) =>
  call('POST /users/tokens/create', { as: ada, body })
const tokens = async () => (await call('GET /users/tokens/list', { as: ada })).body

test('answers a new token that nothing may cache', async () => {
  const { status, body, headers } = await createToken({ label: 'ci' })
  expect(status).toBe(201)
  expect(body).toMatch(/^[A-Za-z0-9]{32}$/)
  expect(headers.get('Cache-Control')).toBe('no-store')
})

test('needs neither a label nor an expiration', async () => {
  const { body } = await createToken({})
  expect(await tokens()).toContainEqual({
    label: null,
    expiration: null,
    token_prefix: String(body).slice(0, 10),
    created_at: start.toISOString(),
    last_used_at: start.toISOString(),
  })
})

test('keeps the label and the moment, whatever its offset', async () => {
  await createToken({ label: 'deploy', expiration: '2027-01-01T02:00:00+02:00' })
  expect(await tokens()).toContainEqual(
    expect.objectContaining({ label: 'deploy', expiration: '2027-01-01T00:00:00.000Z' }),
  )
})

test('makes a token that ends when it expires', async () => {
  const { body } = await createToken({ expiration: new Date(start.getTime() + 60_000).toISOString() })
  expect(await call('GET /users/email', { as: String(body) })).toMatchObject({ status: 200 })
  passMinutes(1)
  expect(await call('GET /users/email', { as: String(body) })).toMatchObject({ status: 401 })
})

test.each([start.toISOString(), '2020-01-01T00:00:00Z'])(
  'refuses the expiration %s: it is not later than now',
  async (expiration) => {
    const before = await tokens()
    expect(await createToken({ expiration })).toMatchObject({
      status: 400,
      body: `Bad request: the expiration must be later than now, and is ${expiration}`,
    })
    expect(await tokens()).toEqual(before)
  },
)

test.each([
  { label: 'x'.repeat(51) },
  { label: 7 },
  { expiration: 'tomorrow' },
  { expiration: '2027-01-01' },
  { expiration: '2027-01-01T00:00:00' },
  { expiration: '2027-02-29T00:00:00Z' },
  { expiration: '2027-01-01T00:60:00Z' },
  { expiration: 1798761600 },
])('refuses %j', async (body) => {
  expect(await createToken(invalid(body))).toMatchObject({ status: 422 })
})

test('takes a leap second for the one after it', async () => {
  await createToken({ label: 'leap', expiration: '2027-06-30T23:59:60Z' })
  expect(await tokens()).toContainEqual(expect.objectContaining({ expiration: '2027-07-01T00:00:00.000Z' }))
})
