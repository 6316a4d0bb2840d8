import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setupServer } from 'msw/node'
import { setupServer as setupServer2 } from 'msw-2/node'
import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { createSandbox, exampleWorld, type SandboxOptions } from './index.ts'
import { sandboxHandlers } from './msw.ts'

const ada = { Authorization: 'Bearer Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX' }
const json = { 'Content-Type': 'application/json' }

// What both majors share is all that the handlers need of them, and all that is tested here.
const majors = [
  ['MSW 3', setupServer],
  ['MSW 2', setupServer2 as unknown as typeof setupServer],
] as const

/** In the words of 3, and in those of 2. */
const leaveOthersAlone = { onUnhandledFrame: 'bypass', onUnhandledRequest: 'bypass' } as const

describe.each(majors)('by %s', (_name, setUp) => {
  let stop = async (): Promise<void> => undefined
  afterEach(() => stop())

  /** From now on the global `fetch` reaches a sandbox. */
  async function listen(baseUrl?: string, options: SandboxOptions = {}) {
    const sandbox = await createSandbox({ seed: exampleWorld, ...options })
    const server = setUp(...sandboxHandlers(sandbox, baseUrl === undefined ? {} : { baseUrl }))
    server.listen(leaveOthersAlone)
    stop = async () => {
      server.close()
      await sandbox.close()
    }
  }

  test('a client finds what it has written', async () => {
    await listen()
    const url = 'http://localhost:8000/api/users/tokens'
    const body = JSON.stringify({ label: 'Überprüfung 🔑' })
    const created = await fetch(`${url}/create`, { method: 'POST', headers: { ...ada, ...json }, body })
    expect(created.status).toBe(201)
    const prefix = (await created.text()).slice(0, 10)
    const labels = async () =>
      (await (await fetch(`${url}/list`, { headers: ada })).json()).map(
        ({ label }: { label: string }) => label,
      )
    expect(await labels()).toEqual(['Überprüfung 🔑', 'ci'])
    await fetch(`${url}/delete/${prefix}`, { method: 'DELETE', headers: ada })
    expect(await labels()).toEqual(['ci'])
  })

  test('a cookie that login has set lets in', async () => {
    await listen()
    const body = JSON.stringify({ email: 'ada@example.com', password: 'analytical-engine' })
    const login = await fetch('http://localhost:8000/api/auth/login', { method: 'POST', headers: json, body })
    const [cookie = ''] = login.headers.getSetCookie()
    expect(cookie).toMatch(/^token=\w{30,}; .*HttpOnly/)
    const whoami = await fetch('http://localhost:8000/api/users/email', {
      headers: { Cookie: cookie.split(';')[0] ?? '' },
    })
    expect(await whoami.text()).toBe('ada@example.com')
  })

  test.each([
    ['GET', '/users/nowhere', 404],
    ['HEAD', '/users/email', 200],
    ['OPTIONS', '/users/email', 204],
    ['PATCH', '/users/email', 405],
    ['PROPFIND', '/users/email', 405],
    ['GET', '/w/%ZZ/users/list', 403],
    ['GET', '/w/a%2Fb/users/whois/c', 403],
  ])('%s %s is answered as the server does, with %i', async (method, path, status) => {
    await listen()
    const answer = await fetch(`http://localhost:8000/api${path}`, { method, headers: ada })
    expect(answer.status).toBe(status)
  })

  test('the login at the provider is followed as a browser follows it', async () => {
    await listen()
    const start = await fetch('http://localhost:8000/api/oauth/login/sandbox', { redirect: 'manual' })
    expect(start.status).toBe(303)
    const consent = await fetch(start.headers.get('Location') ?? '')
    expect([consent.status, consent.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=UTF-8'])
  })

  test('requests below another base URL reach it, and nothing else does', async () => {
    const other = createServer((_request, response) => response.end('another server')).listen(0)
    onTestFinished(() => void other.close())
    // a server that listens on a port has an address of this form
    const origin = `http://localhost:${(other.address() as AddressInfo).port}`
    await listen(`${origin}/v1/`, { basePath: '/v1', publicUrl: origin })
    const ask = async (path: string) => (await fetch(`${origin}${path}`, { headers: ada })).text()
    expect(await ask('/v1/users/email?x=1')).toBe('ada@example.com')
    expect(await ask('/v1')).toBe('Not found: there is no path /v1')
    expect(await Promise.all([ask('/v10/users/email'), ask('/'), ask('/users/email')])).toEqual(
      Array.from({ length: 3 }, () => 'another server'),
    )
  })
})

test('a base URL that is none is refused', () => {
  const sandbox = { fetch: async () => new Response() }
  expect(() => sandboxHandlers(sandbox, { baseUrl: '/api' })).toThrow(TypeError)
})
