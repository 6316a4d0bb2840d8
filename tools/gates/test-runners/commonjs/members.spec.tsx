import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { createClient } from '@windmill-user-api/client'
import { createHandlers } from '@windmill-user-api/msw'
import { UserApiProvider, useListUsernames } from '@windmill-user-api/react-query'
import { setupServer } from 'msw/node'

const handlers = createHandlers({ baseUrl: '/api' })
const server = setupServer(...handlers())
const client = createClient({ baseUrl: '/api', auth: { kind: 'cookie' } })

beforeAll(() => server.listen())
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

function Members() {
  const { data = [], error } = useListUsernames({ workspace: 'demo' })
  return <p>{error ? error.message : data.join(', ')}</p>
}

test('a component shows the members', async () => {
  server.use(handlers.listUsernames(200, { body: ['ada', 'grace'] }))
  render(
    <QueryClientProvider client={new QueryClient()}>
      <UserApiProvider client={client}>
        <Members />
      </UserApiProvider>
    </QueryClientProvider>,
  )
  expect(await screen.findByText('ada, grace')).toBeTruthy()
})
