import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, waitFor } from '@testing-library/react'
import { createClient } from '@windmill-user-api/client'
import type { FunctionComponent } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import {
  UserApiProvider,
  useListUsersAsSuperAdminInfinite,
  useLogout,
  useWhois,
  whoisQuery,
} from '../src/index.ts'

afterEach(cleanup)

const client = createClient({
  baseUrl: 'http://localhost:8000/api',
  auth: { kind: 'none' },
  fetch: async () => new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } }),
})
const queryClient = new QueryClient()

interface Teller {
  readonly tell: (error: Error | null) => void
}

function TheMember({ tell }: Teller) {
  tell(useWhois({ workspace: 'demo', username: 'nobody' }).error)
  return null
}

function ThePages({ tell }: Teller) {
  tell(useListUsersAsSuperAdminInfinite().error)
  return null
}

function TheButton({ tell }: Teller) {
  const { mutate, isIdle, error } = useLogout()
  if (isIdle) queueMicrotask(() => mutate())
  tell(error)
  return null
}

async function errorIn(Component: FunctionComponent<Teller>): Promise<Error | undefined> {
  const told: Error[] = []
  render(
    <QueryClientProvider client={queryClient}>
      <UserApiProvider client={client}>
        <Component tell={(error) => void (error && told.push(error))} />
      </UserApiProvider>
    </QueryClientProvider>,
  )
  await waitFor(() => expect(told).not.toEqual([]))
  return told[0]
}

describe('the stack of a failure names', () => {
  test.each([
    ['TheMember', TheMember],
    ['ThePages', ThePages],
    ['TheButton', TheButton],
  ])('the component that has the hook: %s', async (name, component) => {
    const error = await errorIn(component)

    expect(error?.stack).toMatch(/^(Undeclared)?StatusError: answered 404/)
    expect(error?.stack).toContain(name)
  })

  test('the line that loads ahead', async () => {
    async function loadAhead() {
      return queryClient.fetchQuery(whoisQuery(client, { workspace: 'demo', username: 'ada' }))
    }

    const error = await loadAhead().catch((reason: unknown) => reason)
    expect(error).toHaveProperty('stack', expect.stringContaining('loadAhead'))
  })
})
