// Before react-dom, which looks for a document when it is loaded.
import './page-window.ts'
import { readdir } from 'node:fs/promises'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { createClient } from '@windmill-user-api/client'
import { UserApiProvider } from '@windmill-user-api/react-query'
import { createSandbox, exampleWorld, type Sandbox } from '@windmill-user-api/sandbox'
import type { ComponentType } from 'react'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { readOperations } from '../src/navigation/operations.ts'
import { api, tokenFor } from './callers.ts'
import { goTo } from './page-window.ts'

const operations = (await readOperations()).map((operation) => [operation.id, operation] as const)

const folder = new URL('../src/samples/', import.meta.url)
const written = await readdir(folder)

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await createSandbox({ seed: exampleWorld, checkResponses: true })
})

beforeEach(() => sandbox.reset())
afterEach(cleanup)
afterAll(() => sandbox.close())

/**
 * Shows the sample of an operation to somebody who has a role, and presses its button where it has one. A sample written by hand comes
 * before a generated one, as on the page.
 */
async function run(id: string, role: string | undefined): Promise<HTMLElement> {
  const file = `${id}.tsx`
  const place = new URL(written.includes(file) ? file : `../generated/samples/${file}`, folder)
  const [Sample] = Object.values<ComponentType>(await import(place.href))
  if (!Sample) throw new Error(`there is no React sample of ${id}`)
  const token = await tokenFor(sandbox, role)
  const cookie = id === 'loginWithOauth' ? await comeBackFromProvider() : undefined
  const client = createClient({
    baseUrl: api,
    auth: token === '' ? { kind: 'none' } : { kind: 'bearer', token },
    fetch: (input, init) => {
      const request = new Request(input, init)
      if (cookie !== undefined) request.headers.set('Cookie', cookie)
      return sandbox.fetch(request)
    },
    retry: false,
  })
  const { container } = render(
    <QueryClientProvider client={new QueryClient()}>
      <UserApiProvider client={client}>
        <Sample />
      </UserApiProvider>
    </QueryClientProvider>,
  )
  const button = screen.queryByRole('button')
  if (button) fireEvent.click(button)
  return container
}

/** What a browser does before the page of the sample is shown. @returns the cookie that belongs to the state. */
async function comeBackFromProvider(): Promise<string> {
  const start = await sandbox.fetch(new Request(`${api}/oauth/login/sandbox`))
  const provider = new URL(start.headers.get('Location') ?? '', api)
  provider.searchParams.set('login_hint', 'margaret@example.com')
  const back = await sandbox.fetch(new Request(provider))
  goTo(new URL(back.headers.get('Location') ?? '', api).href)
  return start.headers.get('Set-Cookie')?.split(';')[0] ?? ''
}

test.each(operations)('the React sample %s shows what comes back', async (id, { role }) => {
  const page = await run(id, role)
  await waitFor(() => expect(page.querySelector('pre, p')?.textContent).toMatch(/^(?!Loading)./))
  expect(screen.queryByRole('alert')).toBeNull()
})

test('the React sample createUser shows why a call is refused', async () => {
  await run('createUser', 'member')
  expect((await screen.findByRole('alert')).textContent).toContain('403')
})
