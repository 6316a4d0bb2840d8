import { expect, test } from 'vitest'
import { runContract } from '../../src/index.ts'
import { admin, baseUrl, sharedSandbox } from '../sandbox.ts'
import { differences } from './catalogue/harmless.ts'
import { chain } from './chain.ts'
import { plant } from './proxy/server.ts'

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
