import { expect, test } from 'vitest'
import { admin, sharedSandbox } from '../sandbox.ts'
import { chain } from './chain.ts'
import { withStatus } from './operators.ts'
import type { Serve } from './proxy/server.ts'
import { plant } from './proxy/server.ts'

/** Sends every call on under another path. */
const moved: Serve = (call, server) => server.send(call, { url: new URL('/api/users/whoami', call.url) })

/** Responds with 418 where `whoami` would have responded. */
const teapot: Serve = async (call, server) => {
  const response = await server.send(call)
  return call.operation?.id === 'globalWhoami' ? withStatus(response, 418) : response
}

test('what one server changes of a call, the next one behind it sees', async () => {
  const { fetch } = await sharedSandbox()
  const both = plant({ plant: () => chain([teapot, moved]), operation: '', everywhere: true }, fetch, admin)
  const { status } = await both(new Request('http://localhost:8000/api/users/email'))
  expect(status).toBe(418)
})
