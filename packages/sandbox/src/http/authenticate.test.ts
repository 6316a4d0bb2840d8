import { describe, expect, test } from 'vitest'
import { ada, grace, useSandbox } from '../../test/use-sandbox.ts'

const { call, passMilliseconds, passMinutes } = useSandbox()

const withHeaders = (headers: Record<string, string>) => call('GET /users/email', { headers })

describe('credentials', () => {
  test.each([
    ['a bearer token', { Authorization: `Bearer ${ada}` }],
    ['a bearer token, whatever the case of the scheme', { Authorization: `bEARER ${ada}` }],
    ['a cookie', { Cookie: `token=${ada}` }],
    ['a cookie among others', { Cookie: `theme=dark; token=${ada}; csrf=x` }],
    ['a cookie beside a header of another scheme', { Cookie: `token=${ada}`, Authorization: 'Basic YTpi' }],
  ])('may be %s', async (_case, headers) => {
    expect(await withHeaders(headers)).toMatchObject({ status: 200, body: 'ada@example.com' })
  })

  test.each([
    ['none', {}],
    ['unknown', { Authorization: `Bearer ${'x'.repeat(32)}` }],
    ['an empty bearer token', { Authorization: 'Bearer' }],
    ['the token without a scheme', { Authorization: ada }],
    ['the token in another case', { Authorization: `Bearer ${ada.toLowerCase()}` }],
    ['its prefix alone', { Authorization: `Bearer ${ada.slice(0, 10)}` }],
    ['an empty cookie', { Cookie: 'token=' }],
    ['a cookie of another name', { Cookie: `Token=${ada}` }],
    ['a header of another scheme', { Authorization: 'Basic YTpi' }],
    ['a bad bearer token beside a good cookie', { Authorization: 'Bearer bad', Cookie: `token=${ada}` }],
    ['an empty bearer token beside a good cookie', { Authorization: 'Bearer ', Cookie: `token=${ada}` }],
  ])('that are %s are worth nothing', async (_case, headers) => {
    expect(await withHeaders(headers)).toMatchObject({ status: 401, body: 'Unauthorized' })
  })

  test('are not taken from the query', async () => {
    expect(await call(`GET /users/email?token=${ada}`)).toMatchObject({ status: 401 })
  })

  test('that are refused say which scheme is expected', async () => {
    expect((await withHeaders({})).headers.get('WWW-Authenticate')).toBe('Bearer')
  })

  test('of the header win over the cookie', async () => {
    const headers = { Authorization: `Bearer ${grace}`, Cookie: `token=${ada}` }
    expect(await withHeaders(headers)).toMatchObject({ body: 'grace@example.com' })
  })
})

test('a use is noted', async () => {
  passMinutes(7)
  await call('GET /users/email', { as: grace })
  passMinutes(1)
  expect((await call('GET /users/tokens/list', { as: grace })).body).toMatchObject([
    { last_used_at: '2026-11-10T12:08:00.000Z' },
  ])
})

test('notes no second use within a second, so that reading does not write each time', async () => {
  await call('GET /users/email', { as: grace })
  passMilliseconds(999)
  const used = async () => (await call('GET /users/tokens/list', { as: grace })).body
  expect(await used()).toMatchObject([{ last_used_at: '2026-11-10T12:00:00.000Z' }])
  passMilliseconds(1)
  expect(await used()).toMatchObject([{ last_used_at: '2026-11-10T12:00:01.000Z' }])
})
