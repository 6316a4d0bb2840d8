import { expect, onTestFinished, test } from 'vitest'
import { Determinism } from '../../fuzz/differential/determinism.ts'
import { compare } from '../../fuzz/differential/differential.ts'
import type { Side } from '../../fuzz/differential/tell.ts'
import { world } from '../../fuzz/world.ts'
import { createSandbox as createOnPglite, type SandboxOptions } from '../../src/index.ts'
import { createSandbox as createOnPostgres } from '../create-sandbox.ts'

/** A sandbox with a clock and a randomness of its own. */
async function side(name: string, create: typeof createOnPglite): Promise<Side> {
  const determinism = new Determinism()
  const options: SandboxOptions = { seed: world, checkResponses: true, ...determinism.options }
  const sandbox = await create(options)
  onTestFinished(() => sandbox.close())
  return { name, determinism, sandbox }
}

test('PGlite and PostgreSQL respond alike to what is odd and valid', { timeout: 120_000 }, async () => {
  const sides = await Promise.all([side('PGlite', createOnPglite), side('PostgreSQL', createOnPostgres)])
  const few = { seed: 2026, goesOn: (calls: number) => calls < 50, storiesAtOnce: 3 }
  const { problem, requests, statuses } = await compare(sides, few)
  expect(problem).toBeUndefined()
  expect(requests).toBeGreaterThanOrEqual(50)
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 401, 403, 404]))
})
