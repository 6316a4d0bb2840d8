import { openSession } from '@windmill-user-api/client'

const body = { email: 'grace@example.com', password: 'nanoseconds-matter' }

test('the sandbox that all projects share answers', async () => {
  const api = await openSession({ baseUrl: process.env['SANDBOX_URL'] ?? '' }, ({ login }) => login({ body }))
  expect(await api.getCurrentEmail()).toBe(body.email)
})
