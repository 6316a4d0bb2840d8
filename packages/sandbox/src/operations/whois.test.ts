import { expect, test } from 'vitest'
import { ada, useSandbox } from '../../test/use-sandbox.ts'

const { call } = useSandbox()

const whois = (username: string) => call(`GET /w/demo/users/whois/${username}`, { as: ada })

test('answers the member of that username', async () => {
  expect(await whois('grace')).toMatchObject({
    status: 200,
    body: { email: 'grace@example.com', is_admin: true },
  })
})

test.each(['nobody', 'GRACE', 'grace%00', 'grace%2Fada', '%F0%9F%94%91', '%22', "'", '%0A', '..%2Fgrace'])(
  'finds nobody under %s',
  async (username) => {
    expect(await whois(username)).toMatchObject({ status: 404 })
  },
)

test('decodes the username once', async () => {
  expect(await whois('%67race')).toMatchObject({ status: 200 })
  expect(await whois('%2567race')).toMatchObject({ status: 404 })
})

test('refuses a username that cannot be decoded', async () => {
  expect(await whois('%ZZ')).toMatchObject({
    status: 400,
    body: 'Bad request: the URL is not valid percent-encoding at %ZZ',
  })
  expect(await whois('%FF')).toMatchObject({ status: 400 })
})
