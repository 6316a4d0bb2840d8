import { createSandbox } from '@windmill-user-api/sandbox'
import { describe, expect, test } from 'vitest'
import { createCalls, type OperationCalls } from '../src/checks/calls.ts'
import type { Contract } from '../src/checks/contract.ts'
import type { CheckOutcome } from '../src/findings/outcome.ts'
import type { Fixtures } from '../src/fixtures/fixtures.ts'
import { checkNames, checksOf } from '../src/run/checks-of.ts'
import { runCheck } from '../src/run/run-check.ts'
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
  // All contracts of this package have its fixtures.
  const contract = announced as Contract<Fixtures>
  describe(contract.operation.id, () => {
    let calls: OperationCalls | undefined
    for (const [index, { title, rule }] of checkNames(contract).entries()) {
      test(title, async () => {
        const shared = await sharedSession()
        calls ??= createCalls({ ...contract, ...shared })
        const check = checksOf(contract, shared.fixtures)[index]
        if (!check) throw new Error(`There is no check ${index}.`)
        // Durations are compared at the end of a whole run.
        const isAlone = check.last && rule !== 'prompt'
        const outcome = await (isAlone ? runAlone(contract, index) : runCheck(check, calls))
        expect(describeOutcome(outcome)).toMatch(
          rule === 'prompt' ? /^(?:passed|not applicable: Too few calls .*)$/ : /^passed$/,
        )
      })
    }
  })
}

/** What needs a server at rest gets one of its own: the tests after it go on with the accounts of the shared one. */
async function runAlone(contract: Contract<Fixtures>, index: number): Promise<CheckOutcome> {
  const sandbox = await createSandbox({ checkResponses: true })
  const opened = await openSession({ baseUrl, admin, fetch: sandbox.fetch })
  const check = checksOf(contract, opened.fixtures)[index]
  if (!check) throw new Error(`There is no check ${index}.`)
  const outcome = await runCheck(check, createCalls({ ...contract, ...opened }))
  await sandbox.close()
  return outcome
}
