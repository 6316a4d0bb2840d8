import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Admins } from '../samples/optimistic.tsx'
import { listUsersQuery, UserApiProvider } from '../src/index.ts'
import { clientOf, text } from './support/server.ts'

/** A server that answers each change when the test says so. */
const admins = new Map<string, boolean>()
const waiting = new Map<string, (response: Response) => void>()
const reads = { count: 0 }
const client = clientOf(async (request) => {
  const username = new URL(request.url).pathname.split('/').at(-1) ?? ''
  if (request.method === 'GET') {
    reads.count++
    return Response.json([...admins].map(([name, is_admin]) => ({ username: name, is_admin })))
  }
  return new Promise((resolve) => waiting.set(username, resolve))
})

function accept(username: string): void {
  admins.set(username, !admins.get(username))
  waiting.get(username)?.(text(`${username} updated`))
}

/** What was shown of the list, one after the other: who is an admin. */
const shown: string[] = []
let queryClient: QueryClient

beforeEach(async () => {
  for (const name of ['ada', 'grace']) admins.set(name, false)
  waiting.clear()
  shown.length = 0
  reads.count = 0
  queryClient = new QueryClient()
  const { queryKey } = listUsersQuery(client, { workspace: 'demo' })
  queryClient.getQueryCache().subscribe(() => {
    const users = queryClient.getQueryData(queryKey) ?? []
    const state = users.flatMap(({ username, is_admin }) => (is_admin ? [username] : [])).join(' ')
    if (shown.at(-1) !== state) shown.push(state)
  })
  render(
    <QueryClientProvider client={queryClient}>
      <UserApiProvider client={client}>
        <Admins workspace="demo" />
      </UserApiProvider>
    </QueryClientProvider>,
  )
  await screen.findByLabelText('ada')
})

afterEach(() => {
  cleanup()
  queryClient.clear()
})

const click = (name: string) => fireEvent.click(screen.getByLabelText(name))
const arrived = (name: string) => expect.poll(() => waiting.has(name)).toBe(true)
const settled = () => expect.poll(() => queryClient.isMutating() + queryClient.isFetching()).toBe(0)

test('a change is shown before the server has answered, and read again after', async () => {
  click('ada')
  await expect.poll(() => shown.at(-1)).toBe('ada')
  await arrived('ada')
  accept('ada')
  await settled()

  expect(shown).toEqual(['', 'ada'])
  expect(reads.count).toBe(2)
})

test('two changes at once do not flicker, and the list is read again once, after both', async () => {
  click('ada')
  await arrived('ada')
  click('grace')
  await arrived('grace')
  accept('ada')
  await expect.poll(() => queryClient.isMutating()).toBe(1)
  accept('grace')
  await settled()

  expect(shown).toEqual(['', 'ada', 'ada grace'])
  expect(reads.count).toBe(2)
})

test('a change that is refused is taken back, and the other one stays', async () => {
  click('ada')
  await arrived('ada')
  click('grace')
  await arrived('grace')
  accept('ada')
  await expect.poll(() => queryClient.isMutating()).toBe(1)
  waiting.get('grace')?.(text('Forbidden', 403))
  await settled()

  expect(shown).toEqual(['', 'ada', 'ada grace', 'ada'])
  expect(reads.count).toBe(2)
})
