const { openSession } = require('@windmill-user-api/client')
const { createSandbox, exampleWorld } = require('@windmill-user-api/sandbox')

test('a sandbox answers in the process of the test', async () => {
  const sandbox = await createSandbox({ seed: exampleWorld })
  const fetch = (...call) => sandbox.fetch(new Request(...call))
  const body = { email: 'ada@example.com', password: 'analytical-engine' }
  const api = await openSession({ baseUrl: sandbox.url, fetch }, ({ login }) => login({ body }))
  expect(await api.getCurrentEmail()).toBe('ada@example.com')
})
