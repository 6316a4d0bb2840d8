import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCaller } from '../http/caller.ts'
import { createSecrets } from '../report/secrets.ts'
import type { Identity } from '../suite/stage.ts'
import { createApi } from './api.ts'
import { makeExpiringToken } from './expiring-token.ts'
import type { World } from './world.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const tokenInUse = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'

/** A server that makes a token only after a while, which is what its clock then says. */
function worldOfSlowServer(milliseconds: number, expirations: number[]): World {
  let created_at = ''
  const fetch = async (request: Request) => {
    if (request.url.endsWith('/list')) return Response.json([{ token_prefix: 'Qm3vK9xTzL', created_at }])
    if (request.url.endsWith('/email')) return new Response('ada@example.com')
    const { expiration } = JSON.parse(await request.text())
    expirations.push(Date.parse(expiration))
    return new Response(tokenInUse, { status: 201 })
  }
  const world: Partial<World> = {
    api: createApi(createCaller({ fetch, timeout: 1000 }), 'http://localhost/api'),
    secrets: createSecrets(),
    async makeToken() {
      vi.advanceTimersByTime(milliseconds)
      created_at = new Date().toISOString()
      return tokenInUse
    },
  }
  return world as World // all that an expiring token needs
}

test.each([0, 300, 1300])('is over after its expiration where a call takes %i ms', async (milliseconds) => {
  const expirations: number[] = []
  const owner: Partial<Identity> = { token: tokenInUse }
  const world = worldOfSlowServer(milliseconds, expirations)
  const made = makeExpiringToken(world, owner as Identity) // only its token is used
  await vi.waitFor(() => expect(expirations).not.toEqual([]))
  const { over } = await made
  const ended = over()
  await vi.runAllTimersAsync()
  await ended
  expect(Date.now()).toBeGreaterThan(Number(expirations.at(-1)))
})
