import { afterEach, describe, expect, test, vi } from 'vitest'
import { createUserApi } from '../src/index.ts'
import { recordingServer, text } from './support/server.ts'

const auth = { kind: 'cookie' } as const

afterEach(() => vi.unstubAllGlobals())

describe('a client of a page, on the server that renders the page', () => {
  test('can be made, and a call through the global fetch says which URL is not absolute', async () => {
    const api = createUserApi({ baseUrl: '/api', auth, retry: false })

    await expect(api.getCurrentEmail()).rejects.toMatchObject({
      kind: 'network',
      url: '/api/users/email',
      cause: { message: 'Failed to parse URL from /api/users/email' },
    })
  })

  test('names what belongs to it as the page does', () => {
    const onServer = createUserApi({ baseUrl: '/api/', auth })
    vi.stubGlobal('location', new URL('https://windmill.example.com/members?page=2'))
    const inPage = createUserApi({ baseUrl: '/api/', auth })

    expect(inPage.baseUrl).toBe('https://windmill.example.com/api')
    expect([onServer.scope, inPage.scope]).toEqual(['/api', '/api'])
  })

  test('calls through the fetch of a framework, which knows where the page is', async () => {
    const server = recordingServer(() => text('ada@example.com'))
    const page = 'https://windmill.example.com/'
    const fetch = (url: string, init: RequestInit) => server.fetch(new URL(url, page).href, init as never)
    const api = createUserApi({ baseUrl: '/api', auth, fetch })

    expect(await api.getCurrentEmail()).toBe('ada@example.com')
    expect(server.requests[0]?.url).toBe('https://windmill.example.com/api/users/email')
  })
})
