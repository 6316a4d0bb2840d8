import { expect, test } from 'vitest'
import { runContract } from '../../src/index.ts'
import { admin, baseUrl, sharedSandbox } from '../sandbox.ts'
import { differences } from './catalogue/harmless.ts'
import type { Serve } from './fault.ts'
import type { Call, Changes } from './proxy/call.ts'
import { plant, type Server } from './proxy/server.ts'

test('there are at least 15 harmless differences', () => {
  expect(differences.length).toBeGreaterThanOrEqual(15)
})

// Operations that answer lists, times, cookies and prose. `pnpm bench contract` runs the whole suite.
const filter = ['logout', 'whoami', 'listTokens', 'listUsers', 'deleteUser', 'listWorkspaceInvites']

// All at once, but for those that take time: `pnpm bench contract` tries each alone.
test('a server that differs in harmless ways alone raises no alarm', { timeout: 180_000 }, async () => {
  const { fetch } = await sharedSandbox()
  const harmless = differences.filter(({ what }) => !what.startsWith('takes '))
  const everything = { plant: () => chain(harmless.map((difference) => difference.plant())) }
  const differing = plant({ ...everything, operation: '', everywhere: true }, fetch, admin)
  const { findings } = await runContract({ baseUrl, admin, fetch: differing, filter, seed: 1 })
  expect(findings).toEqual([])
})

/** One after the other: each takes the one before it for the server. */
function chain(serves: readonly Serve[]): Serve {
  return (call, server) => {
    const send = serves.reduce<Server['send']>(
      (behind, serve) => (passed: Call, changes?: Changes) =>
        changes ? behind(passed, changes) : serve(passed, { ...server, send: behind }),
      server.send,
    )
    return send(call)
  }
}
