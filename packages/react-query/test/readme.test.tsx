import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fireEvent, render, screen } from '@testing-library/react'
import { createClient, login } from '@windmill-user-api/client'
import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'
import { expect, test, vi } from 'vitest'

const folder = path.resolve(import.meta.dirname, '..')

test('the sample of the README is one that is compiled and run', () => {
  const sample = readFileSync(path.join(folder, 'samples/members.tsx'), 'utf8')

  expect(readFileSync(path.join(folder, 'README.md'), 'utf8')).toContain(`\`\`\`tsx\n${sample}\`\`\``)
})

test('the sample shows the members, and the new one after a click', async () => {
  const sandbox = await createSandbox({ seed: exampleWorld })
  const client = createClient({
    baseUrl: 'http://localhost:8000/api',
    auth: { kind: 'none' },
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
  })
  const token = await login(client, { body: { email: 'grace@example.com', password: 'nanoseconds-matter' } })
  // The cookies of a browser that is logged in.
  vi.stubGlobal('fetch', (input: Request | string | URL, init?: RequestInit) => {
    const request = new Request(input, init)
    const headers = new Headers(request.headers)
    headers.set('Cookie', `token=${token}`)
    return sandbox.fetch(new Request(request, { headers }))
  })

  const { App } = await import('../samples/members.tsx')
  render(<App />)
  fireEvent.click(await screen.findByText('ada, admin, grace'))

  expect(await screen.findByText('ada, admin, grace, katherine')).toBeDefined()
  vi.unstubAllGlobals()
  await sandbox.close()
}, 60_000)
