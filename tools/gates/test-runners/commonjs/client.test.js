const { createUserApi, openSession } = require('@windmill-user-api/client')

test('a sandbox answers', async () => {
  const body = { email: 'ada@example.com', password: 'analytical-engine' }
  const api = await openSession({ baseUrl: process.env.SANDBOX_URL }, ({ login }) => login({ body }))
  expect(await api.getCurrentEmail()).toBe('ada@example.com')
})

test('an error of the client is one for Jest', async () => {
  const api = createUserApi({ baseUrl: process.env.SANDBOX_URL, auth: { kind: 'none' } })
  await expect(api.getCurrentEmail()).rejects.toMatchObject({ name: 'StatusError', status: 401 })
})
