import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import { type Client, createClient } from '@windmill-user-api/client'
import { StrictMode } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import { UserApiProvider, useGlobalWhoami, useListUsersAsSuperAdminInfinite } from '../src/index.ts'

afterEach(cleanup)

const shown: string[] = []

function Page() {
  const { data: me } = useGlobalWhoami()
  const { data: accounts } = useListUsersAsSuperAdminInfinite()
  shown.push(`${me?.email ?? '-'} ${accounts?.pages.flat().map(({ email }) => email) ?? '-'}`)
  return null
}

interface Asked {
  readonly answer: () => void
  readonly name: string
}

/** A client of an account, whose server answers with its name when the test says so. */
function clientOf(name: string, asked: Asked[], scope?: string): Client {
  return createClient({
    baseUrl: 'http://localhost:8000/api',
    scope,
    auth: { kind: 'bearer', token: name },
    fetch: (url) =>
      new Promise((resolve) => {
        const isList = String(url).includes('list_as_super_admin')
        const account = { email: name }
        asked.push({ name, answer: () => resolve(Response.json(isList ? [account] : account)) })
      }),
  })
}

function open() {
  const asked: Asked[] = []
  shown.length = 0
  const queryClient = new QueryClient()
  const page = (client: Client) => (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <UserApiProvider client={client}>
          <Page />
        </UserApiProvider>
      </QueryClientProvider>
    </StrictMode>
  )
  const answerAll = async (name: string) => {
    await expect.poll(() => asked.filter((call) => call.name === name).length).toBeGreaterThan(1)
    for (const call of asked) if (call.name === name) call.answer()
  }
  return { asked, page, answerAll }
}

describe('a provider that gets another client', () => {
  test('shows nothing that the one before has read', async () => {
    const { asked, page, answerAll } = open()
    const { rerender } = render(page(clientOf('ada', asked)))
    await answerAll('ada')
    await expect.poll(() => shown.at(-1)).toBe('ada ada')
    const before = shown.length

    rerender(page(clientOf('grace', asked)))
    await answerAll('grace')
    await expect.poll(() => shown.at(-1)).toBe('grace grace')

    expect(shown.slice(before).filter((text) => text.includes('ada'))).toEqual([])
  })

  test('shows nothing that was asked in the name of the one before and comes later', async () => {
    const { asked, page, answerAll } = open()
    const { rerender } = render(page(clientOf('ada', asked)))
    await expect.poll(() => asked.length).toBeGreaterThan(1)

    rerender(page(clientOf('grace', asked)))
    await answerAll('ada')
    await answerAll('grace')
    await expect.poll(() => shown.at(-1)).toBe('grace grace')

    expect(shown.filter((text) => text.includes('ada'))).toEqual([])
  })

  test('keeps what is held if both have the scope that the application has given', async () => {
    const { asked, page, answerAll } = open()
    const { rerender } = render(page(clientOf('ada', asked, 'ada@example.com')))
    await answerAll('ada')
    await expect.poll(() => shown.at(-1)).toBe('ada ada')
    const before = shown.length

    rerender(page(clientOf('ada with a new token', asked, 'ada@example.com')))

    expect(shown.slice(before).every((text) => text === 'ada ada')).toBe(true)
  })
})
