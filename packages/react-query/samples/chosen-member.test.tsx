import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { createClient } from '@windmill-user-api/client'
import { createHandlers } from '@windmill-user-api/msw'
import { UserApiProvider } from '@windmill-user-api/react-query'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ChosenMember } from './chosen-member.tsx'

const baseUrl = 'http://localhost:8000/api'
const handlers = createHandlers({ baseUrl })
const server = setupServer(...handlers())

beforeAll(() => server.listen())
afterEach(() => {
  cleanup()
  server.resetHandlers()
})
afterAll(() => server.close())

/** A new cache for each test. The client does not retry, so that a failure shows at once. */
function show(username: string | undefined) {
  const client = createClient({ baseUrl, auth: { kind: 'none' }, retry: false })
  render(
    <QueryClientProvider client={new QueryClient()}>
      <UserApiProvider client={client}>
        <ChosenMember username={username} />
      </UserApiProvider>
    </QueryClientProvider>,
  )
}

test('shows the email address of the member', async () => {
  show('ada')
  expect(await screen.findByText('ada@example.com')).toBeDefined()
})

test('says that there is no such member', async () => {
  server.use(handlers.whois(404))
  show('nobody')
  expect(await screen.findByText('There is no such member')).toBeDefined()
})

test('asks for a choice', () => {
  show(undefined)
  expect(screen.getByText('Choose a member')).toBeDefined()
})
