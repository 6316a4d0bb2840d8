import { describe, expect, test } from 'vitest'
import { byPath, createClient } from '../src/index.ts'
import { caught } from './support/caught.ts'
import { baseUrl, json, recordingServer, text } from './support/server.ts'

function apiThatAnswers(answer: (request: Request) => Response | Promise<Response>) {
  const server = recordingServer(answer)
  const client = createClient({ baseUrl, auth: { kind: 'bearer', token: 'Qm3vK9xTzL' }, fetch: server.fetch })
  return { api: byPath(client), server }
}

describe('a call by path', () => {
  test('sends path, query and body like the operation', async () => {
    const { api, server } = apiThatAnswers((request) =>
      request.method === 'GET' ? json([]) : text('ada updated'),
    )

    await api.GET('/users/list_as_super_admin', { params: { query: { page: 2, per_page: 50 } } })
    await api.POST('/w/{workspace}/users/update/{username}', {
      params: { path: { workspace: 'demo', username: 'ada' } },
      body: { is_admin: true },
    })

    const [list, update] = server.requests
    expect(list?.url).toBe(`${baseUrl}/users/list_as_super_admin?page=2&per_page=50`)
    expect(`${update?.method} ${update?.url}`).toBe(`POST ${baseUrl}/w/demo/users/update/ada`)
    expect(await update?.json()).toEqual({ is_admin: true })
    expect(update?.headers.get('Authorization')).toBe('Bearer Qm3vK9xTzL')
  })

  test('resolves to the body of a success with its answer', async () => {
    const { api } = apiThatAnswers(() => text('ada@example.com', 200, { 'X-Request-Id': '7' }))
    const { data, error, response } = await api.GET('/users/email')

    expect([data, error, response.headers.get('X-Request-Id')]).toEqual(['ada@example.com', undefined, '7'])
  })

  test('resolves to the body of a failure', async () => {
    const { api } = apiThatAnswers(() => text('Unauthorized', 401))
    const { data, error, response } = await api.GET('/users/whoami')

    expect([data, error, response.status]).toEqual([undefined, 'Unauthorized', 401])
  })

  test('resolves to the text of a failure that is not documented', async () => {
    const { api } = apiThatAnswers(() => new Response('<html>', { status: 500 }))

    expect(await api.GET('/users/whoami')).toMatchObject({ error: '<html>', response: { status: 500 } })
  })

  test('rejects where a success cannot be read, and where nothing comes', async () => {
    const html = apiThatAnswers(() => new Response('<html>'))
    const nothing = apiThatAnswers(() => Promise.reject(new TypeError('fetch failed')))

    expect(await caught(html.api.GET('/users/whoami'))).toMatchObject({ kind: 'decode' })
    expect(await caught(nothing.api.POST('/users/logout'))).toMatchObject({
      kind: 'network',
      operation: 'logout',
    })
  })
})
