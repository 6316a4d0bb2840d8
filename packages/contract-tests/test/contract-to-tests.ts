import { createSandbox } from '@windmill-user-api/sandbox'
import { describe, expect, test } from 'vitest'
import { type CheckOutcome, runCheck } from '../src/run/check-outcome.ts'
import { checkNames, checksOf } from '../src/run/checks-of.ts'
import { openSession, type Session } from '../src/run/session.ts'
import type { Contract } from '../src/suite/contract.ts'
import { createScene } from '../src/suite/scene.ts'
import type { World } from '../src/world/world.ts'
import { describeOutcome } from './describe-outcome.ts'
import { admin, baseUrl, sharedSandbox } from './sandbox.ts'

let session: Promise<Session> | undefined

/** One session for all generated files of a worker, since every one of its accounts costs a password hash. */
function sharedSession(): Promise<Session> {
  session ??= sharedSandbox().then(({ fetch }) => openSession({ baseUrl, admin, fetch }))
  return session
}

/** Makes a test of each check of a contract. */
export function addTests(announced: Contract<never>): void {
  // All contracts of this package play in its one world.
  const contract = announced as Contract<World>
  describe(contract.operation.id, () => {
    let scene: ReturnType<typeof createScene> | undefined
    for (const [index, { title }] of checkNames(contract).entries()) {
      test(title, async () => {
        const { world, caller, secrets } = await sharedSession()
        scene ??= createScene({ ...contract, world, caller, baseUrl })
        const check = checksOf(contract, world)[index]
        if (!check) throw new Error(`There is no check ${index}.`)
        const outcome = check.last ? runAlone(contract, index) : runCheck(check, scene, secrets)
        expect(describeOutcome(await outcome)).toBe('passed')
      })
    }
  })
}

/** What needs a server at rest gets one of its own: the tests after it go on with the accounts of the shared one. */
async function runAlone(contract: Contract<World>, index: number): Promise<CheckOutcome> {
  const sandbox = await createSandbox({ checkResponses: true })
  const { world, caller, secrets } = await openSession({ baseUrl, admin, fetch: sandbox.fetch })
  const check = checksOf(contract, world)[index]
  if (!check) throw new Error(`There is no check ${index}.`)
  const outcome = await runCheck(check, createScene({ ...contract, world, caller, baseUrl }), secrets)
  await sandbox.close()
  return outcome
}
