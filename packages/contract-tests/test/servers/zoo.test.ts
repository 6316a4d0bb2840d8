import { request } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { hostileHeader, hostileText } from './hostile-text.ts'
import { zoo } from './index.ts'
import { logIn, type Sending, send } from './send.ts'
import type { RunningServer } from './zoo-server.ts'

let running: RunningServer | undefined

afterEach(async () => {
  await running?.close()
  running = undefined
})

async function start(name: string): Promise<RunningServer> {
  const server = zoo.find((each) => each.name === name)
  if (!server) throw new Error(`There is no server "${name}" in the zoo.`)
  running = await server.start()
  return running
}

/** Starts a server and asks for something with the super admin's token. */
async function askAsAdmin(name: string, path: string, sending: Sending = {}): Promise<Response> {
  const server = await start(name)
  return send(server, path, { ...sending, token: await logIn(server, server.admin) })
}

test('the servers have names of their own', () => {
  const names = zoo.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

describe('servers that say one thing', () => {
  test.each([
    ['answers-200', 200, 'text/plain', 'ok'],
    ['answers-404-as-json', 404, 'application/json', '{"message":"Not Found","statusCode":404}'],
    ['answers-404-as-text', 404, 'text/plain; charset=utf-8', 'Not found: there is no such path'],
    ['answers-with-web-page', 200, 'text/html; charset=utf-8', expect.stringContaining('<!doctype html>')],
  ])('%s', async (name, status, type, body) => {
    const response = await send(await start(name), '/auth/login', { body: {} })
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      status,
      type,
      body,
    ])
  })

  test('redirecting', async () => {
    const server = await start('redirecting')
    const login = await send(server, '/auth/login', { body: {} })
    expect([login.status, login.headers.get('location')]).toEqual([307, '/api/auth/login'])
    const statuses = new Set<number>()
    for (let count = 0; count < 6; count += 1) statuses.add((await send(server, '/users/email')).status)
    expect([...statuses].sort()).toEqual([300, 301, 302, 303, 307, 308])
  })
})

describe('servers with a part of the API', () => {
  test('single-session takes the token of the last login alone', async () => {
    const server = await start('single-session')
    const earlier = await logIn(server, server.admin)
    const later = await logIn(server, server.admin)
    const statusOf = async (token: string) => (await send(server, '/users/email', { token })).status
    expect([await statusOf(earlier), await statusOf(later)]).toEqual([401, 200])
  })

  test('ending-tokens takes a token until it is used to promote an account', async () => {
    const server = await start('ending-tokens')
    const token = await logIn(server, server.admin)
    const statusOf = async () => (await send(server, '/users/email', { token })).status
    const path = `/users/update/${server.admin.email}`
    const before = await statusOf()
    const { status } = await send(server, path, { token, body: { name: 'Ada' } })
    expect([before, status, await statusOf()]).toEqual([200, 200, 401])
  })

  test('three-operations takes the tokens that it gives out, and has a hole', async () => {
    const server = await start('three-operations')
    const given = server.accounts?.['user']
    const token = given && 'token' in given ? given.token : ''
    const own = await send(server, '/users/email', { token })
    expect([own.status, await own.text()]).toEqual([200, given?.email])
    expect((await send(server, '/users/email')).status).toBe(401)
    expect((await send(server, '/users/whoami')).status).toBe(200)
    expect((await send(server, '/users/whoami', { token: 'unknown' })).status).toBe(401)
    expect((await send(server, '/auth/login', { body: {} })).status).toBe(404)
  })

  test('without-create-user', async () => {
    expect((await askAsAdmin('without-create-user', '/w/demo/users/add', { body: {} })).status).toBe(404)
  })

  test.each([
    ['without-delete-global-user', 404],
    ['keeps-accounts', 200],
  ])('%s', async (name, status) => {
    const body = { email: 'ada@example.com', password: 'ada', super_admin: false }
    expect((await askAsAdmin(name, '/users/create', { body })).status).toBe(201)
    const server = running ?? (await start(name))
    const token = await logIn(server, server.admin)
    const deleted = await send(server, '/users/delete/ada@example.com', { method: 'DELETE', token })
    expect(deleted.status).toBe(status)
    expect(await logIn(server, body)).toMatch(/^\w{30,}$/)
  })
})

describe('servers that break below the API', () => {
  test.each(['not-http', 'silent'])('%s gives no response', async (name) => {
    const server = await start(name)
    await expect(fetch(server.baseUrl, { signal: AbortSignal.timeout(200) })).rejects.toThrow()
  })

  test('dying ends with the 400th request', async () => {
    const server = await start('dying')
    let answered = 0
    const callOn = async (): Promise<void> => {
      await send(server, '/users/email')
      answered += 1
      await callOn()
    }
    await expect(callOn()).rejects.toThrow('fetch failed')
    expect(answered).toBe(399)
  })

  test('resetting resets the 50th connection, and not the 51st', async () => {
    const server = await start('resetting')
    const outcomes: string[] = []
    for (let count = 1; count <= 51; count += 1) {
      outcomes.push(
        await send(server, '/users/email').then(
          ({ status }) => String(status),
          () => 'reset',
        ),
      )
    }
    expect(outcomes.indexOf('reset')).toBe(49)
    expect(outcomes.filter((outcome) => outcome === '401')).toHaveLength(50)
  })

  test('breaking-off', async () => {
    const response = await askAsAdmin('breaking-off', '/users/tokens/list')
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow('terminated')
  })

  test('severed', async () => {
    await expect(askAsAdmin('severed', '/users/email')).rejects.toThrow('fetch failed')
    const response = await askAsAdmin('severed', '/users/tokens/list')
    await expect(response.text()).rejects.toThrow('terminated')
  })

  test('endless sends more than anybody wants', async () => {
    const response = await askAsAdmin('endless', '/users/email')
    let size = 0
    for await (const chunk of response.body ?? []) {
      size += chunk.length
      if (size > 1_000_000) break
    }
    expect(size).toBeGreaterThan(1_000_000)
  })

  test('informational sends 103 again and again, and no response', async () => {
    const server = await start('informational')
    const headers = { authorization: `Bearer ${await logIn(server, server.admin)}` }
    const call = request(`${server.baseUrl}/users/email`, { headers })
    const hints = new Promise<number>((resolve, reject) => {
      let count = 0
      call.on('information', () => {
        count += 1
        if (count === 20) resolve(count)
      })
      call.on('response', reject).on('error', reject)
    })
    call.end()
    await expect(hints).resolves.toBe(20)
    call.destroy()
  })

  test('gzip-bomb sends less than 1 MiB that unpacks to more than 20', async () => {
    const response = await askAsAdmin('gzip-bomb', '/w/demo/users/list')
    expect(Number(response.headers.get('content-length') ?? Number.NaN)).toBeLessThan(1_048_576)
    let size = 0
    for await (const chunk of response.body ?? []) {
      size += chunk.length
      if (size > 20_000_000) break
    }
    expect(size).toBeGreaterThan(20_000_000)
  })
})

test('hostile-text sends it in a text, a header and an error', async () => {
  const email = await askAsAdmin('hostile-text', '/users/email')
  expect(await email.text()).toBe(hostileText)
  const server = running ?? (await start('hostile-text'))
  const token = await logIn(server, server.admin)
  const made = await send(server, '/users/tokens/create', { token, body: {} })
  expect(made.headers.get('cache-control')).toBe(hostileHeader)
  const unknown = await send(server, '/w/demo/users/whois/nobody', { token })
  expect([unknown.status, await unknown.text()]).toEqual([404, `Not found: ${hostileText}`])
})

test('flaky fails in passing, before and after it has done what it is asked for', async () => {
  const server = await start('flaky')
  const token = await logIn(server, server.admin)
  const statuses: number[] = []
  for (let count = 2; count <= 200; count += 1) {
    const body = { id: `workspace-${count}`, name: 'Flaky', username: 'admin' }
    statuses.push((await send(server, '/workspaces/create', { token, body })).status)
  }
  const asked = async (count: number) =>
    (await send(server, `/w/workspace-${count}/users/list`, { token })).status
  expect([statuses[98], await asked(100)]).toEqual([502, 404])
  expect([statuses[198], await asked(200)]).toEqual([502, 200])
  expect(statuses.filter((status) => status === 502)).toHaveLength(2)
})

test('slow limits the calls of a second, and says when to come back', async () => {
  const server = await start('slow')
  const callMany = () => Promise.all(Array.from({ length: 450 }, () => send(server, '/users/email')))
  let limited: Response | undefined
  // A machine that is busy enough stays below the limit for a while.
  while (!limited) limited = (await callMany()).find(({ status }) => status === 429)
  expect(limited.headers.get('retry-after')).toBe('1')
})
