import { describe, expect, test } from 'vitest'
import { openSession } from '../src/index.ts'
import { caught } from './support/caught.ts'
import { baseUrl, recordingServer, text } from './support/server.ts'

const body = { email: 'ada@example.com', password: 'analytical-engine' }

/** A server whose tokens count from 1, and of which only the last is valid; `expire` ends it. */
function countingServer() {
  let last = 0
  let isExpired = false
  const server = recordingServer(({ url, headers }) => {
    if (url.endsWith('/auth/login')) {
      isExpired = false
      last += 1
      return text(`token${last}`)
    }
    const isValid = !isExpired && headers.get('Authorization') === `Bearer token${last}`
    return isValid ? text('ada@example.com') : text('Unauthorized', 401)
  })
  const expire = () => {
    isExpired = true
  }
  return { ...server, expire }
}

describe('openSession', () => {
  test('returns a client that is logged in', async () => {
    const { fetch, requests } = countingServer()
    const api = await openSession({ baseUrl, fetch }, ({ login }) => login({ body }))

    expect(await api.getCurrentEmail()).toBe('ada@example.com')
    expect(requests[0]?.headers.has('Authorization')).toBe(false)
    expect(requests[1]?.headers.get('Authorization')).toBe('Bearer token1')
  })

  test('rejects as the operation that logs in does', async () => {
    const fetch = () => text('Bad request: Invalid login', 400)

    expect(await caught(openSession({ baseUrl, fetch }, ({ login }) => login({ body })))).toMatchObject({
      operation: 'login',
      status: 400,
    })
  })

  test('ends with its token', async () => {
    const { fetch, expire } = countingServer()
    const api = await openSession({ baseUrl, fetch }, ({ login }) => login({ body }))
    expire()

    expect(await api.getCurrentEmail.safe()).toMatchObject({ ok: false, error: { status: 401 } })
  })

  test('logs in again where it is told to, once for all calls', async () => {
    const { fetch, expire, requests } = countingServer()
    const api = await openSession({ baseUrl, fetch, renew: true }, ({ login }) => login({ body }))
    expire()
    const emails = await Promise.all([api.getCurrentEmail(), api.getCurrentEmail(), api.getCurrentEmail()])

    expect(emails).toEqual(['ada@example.com', 'ada@example.com', 'ada@example.com'])
    expect(requests.filter(({ url }) => url.endsWith('/auth/login'))).toHaveLength(2)
  })
})
