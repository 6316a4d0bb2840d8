import { createSandbox } from '@windmill-user-api/sandbox'
import { describe, expect, test } from 'vitest'
import { createCalls } from '../src/checks/calls.ts'
import type { Contract } from '../src/checks/contract.ts'
import type { Fixtures } from '../src/fixtures/fixtures.ts'
import { type CheckOutcome, runCheck } from '../src/run/check-outcome.ts'
import { checkNames, checksOf } from '../src/run/checks-of.ts'
import { openSession, type Session } from '../src/run/session.ts'
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
  // All contracts of this package play in its one fixtures.
  const contract = announced as Contract<Fixtures>
  describe(contract.operation.id, () => {
    let calls: ReturnType<typeof createCalls> | undefined
    for (const [index, { title }] of checkNames(contract).entries()) {
      test(title, async () => {
        const { fixtures, transport, secrets } = await sharedSession()
        calls ??= createCalls({ ...contract, fixtures, transport, baseUrl })
        const check = checksOf(contract, fixtures)[index]
        if (!check) throw new Error(`There is no check ${index}.`)
        const outcome = check.last ? runAlone(contract, index) : runCheck(check, calls, secrets)
        expect(describeOutcome(await outcome)).toBe('passed')
      })
    }
  })
}

/** What needs a server at rest gets one of its own: the tests after it go on with the accounts of the shared one. */
async function runAlone(contract: Contract<Fixtures>, index: number): Promise<CheckOutcome> {
  const sandbox = await createSandbox({ checkResponses: true })
  const { fixtures, transport, secrets } = await openSession({ baseUrl, admin, fetch: sandbox.fetch })
  const check = checksOf(contract, fixtures)[index]
  if (!check) throw new Error(`There is no check ${index}.`)
  const outcome = await runCheck(check, createCalls({ ...contract, fixtures, transport, baseUrl }), secrets)
  await sandbox.close()
  return outcome
}
