const { QueryClient } = require('@tanstack/react-query')
const { createClient, isErrorOf } = require('@windmill-user-api/client')
const { whoisQuery } = require('@windmill-user-api/react-query')

const baseUrl = process.env.USER_API
const ada = { workspace: 'demo', username: 'ada' }

test('a query of a CommonJS project is answered', async () => {
  const client = createClient({ baseUrl, auth: { kind: 'bearer', token: process.env.USER_API_TOKEN } })
  const queryClient = new QueryClient()
  expect(await queryClient.fetchQuery(whoisQuery(client, ada))).toMatchObject({ email: 'ada@example.com' })
})

test('an error is recognised between two packages', async () => {
  const client = createClient({ baseUrl, auth: { kind: 'none' } })
  const error = await new QueryClient().fetchQuery(whoisQuery(client, ada)).catch((reason) => reason)
  expect(isErrorOf('whois', error) && error.status).toBe(401)
})
