import { describe, expect, test } from 'vitest'
import { ada, admin, useSandbox } from '../../test/use-sandbox.ts'

const { call, callAnyhow, fetch } = useSandbox()

/** A call whose body is wrong in every way that comes later. */
const broken = (line: string, as?: string) => {
  const [method = '', path = ''] = line.split(' ')
  const headers = { 'Content-Type': 'text/plain', ...(as !== undefined && { Authorization: `Bearer ${as}` }) }
  return fetch(new Request(`http://localhost:8000/api${path}`, { method, headers, body: '{' }))
}

describe('the first check that fails answers', () => {
  test('an unknown path before credentials', async () => {
    expect((await broken('POST /users/nothing')).status).toBe(404)
  })

  test('a wrong method before credentials', async () => {
    expect((await broken('PUT /w/demo/users/add')).status).toBe(405)
  })

  test('credentials before the role', async () => {
    expect((await broken('POST /w/nowhere/users/add')).status).toBe(401)
    expect((await broken('POST /users/create', 'no such token')).status).toBe(401)
  })

  test('credentials before the body, also where the work is attempted before anybody has looked at them', async () => {
    expect((await broken('POST /users/tokens/create')).status).toBe(401)
    expect((await broken('POST /users/tokens/create', 'no such token')).status).toBe(401)
    expect((await broken('POST /users/tokens/create', ada)).status).toBe(415)
    expect(
      await callAnyhow('POST /users/tokens/create', { as: 'no such token', body: { label: 7 } }),
    ).toMatchObject({ status: 401 })
  })

  test('the role before the body', async () => {
    expect((await broken('POST /w/demo/users/add', ada)).status).toBe(403)
    expect((await broken('POST /users/create', ada)).status).toBe(403)
  })

  test('an unknown workspace before the body, to a super admin', async () => {
    expect((await broken('POST /w/nowhere/users/add', admin)).status).toBe(404)
  })

  test('the size of a body before its media type', async () => {
    const headers = { Authorization: `Bearer ${ada}`, 'Content-Type': 'text/plain' }
    const request = { method: 'POST', headers, body: 'x'.repeat(1_048_577) }
    const response = await fetch(new Request('http://localhost:8000/api/users/tokens/create', request))
    expect(response.status).toBe(413)
  })

  test('the media type before the syntax', async () => {
    expect((await broken('POST /w/demo/users/add', admin)).status).toBe(415)
  })

  test('the syntax of the URL before the schema', async () => {
    expect(await callAnyhow('POST /w/demo/users/update/%ZZ', { as: admin, body: [] })).toMatchObject({
      status: 400,
    })
  })

  test('the schema before what does not exist', async () => {
    const line = 'POST /w/demo/users/update/nobody'
    expect(await callAnyhow(line, { as: admin, body: { is_admin: 'yes' } })).toMatchObject({ status: 422 })
    expect(await call(line, { as: admin, body: {} })).toMatchObject({ status: 404 })
  })

  test('the schema before the limit of logins', async () => {
    const email = 'nobody@example.com'
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await call('POST /auth/login', { body: { email, password: 'guess' } })
    }
    expect(await callAnyhow('POST /auth/login', { body: { email } })).toMatchObject({ status: 422 })
    expect(await call('POST /auth/login', { body: { email, password: 'guess' } })).toMatchObject({
      status: 429,
    })
  })
})

describe('a workspace that cannot be decoded', () => {
  test('is none of a user', async () => {
    expect(await call('GET /w/%ZZ/users/list', { as: ada })).toMatchObject({ status: 403 })
  })

  test('is a malformed URL to a super admin, who may enter all', async () => {
    expect(await call('GET /w/%ZZ/users/list', { as: admin })).toMatchObject({ status: 400 })
  })
})
