import { afterAll, beforeAll, describe, test } from 'vitest'
import { type Calls, createCalls } from './checks/calls.ts'
import type { Deviation } from './findings/deviation.ts'
import { type TrackedDeviations, trackDeviations } from './findings/track.ts'
import { describeLeft } from './fixtures/thing.ts'
import { renderViolation } from './formats/console.ts'
import { showTexts } from './formats/show-report.ts'
import { chooseStyle } from './formats/style.ts'
import { type CheckOutcome, runCheck } from './run/check-outcome.ts'
import { checksOf } from './run/checks-of.ts'
import {
  isPartial,
  type SelectedCheck,
  type SelectedContract,
  type Selection,
  selectContracts,
} from './run/select-contracts.ts'
import { openSession, type Session, type SessionOptions } from './run/session.ts'

export type { Deviation } from './findings/deviation.ts'
export { readDeviations } from './findings/deviations-file.ts'

/** Which server to hold to the contract, and to which part of it. */
export interface ContractTestsOptions
  extends Omit<SessionOptions, 'baseUrl' | 'keepCalls' | 'signal'>,
    Selection {
  /** Where the API is; `http://localhost:8000/api` where nothing is given, for a `fetch` that responses in process. */
  readonly baseUrl?: string
  /**
   * What is known to differ on this server, each with its reason: such a check is skipped where it fails, and one that no longer
   * does fails the tests. `readDeviations('deviations.yaml')` reads what the command takes. Default: nothing is.
   */
  readonly deviations?: readonly Deviation[]
}

/** A slow check logs in several times, and every login costs a password hash. */
const testTimeout = 60_000

/**
 * Adds the contract to a vitest project: a `describe` for each operation, a `test` for each check. What the tests make on the
 * server is removed after the last one. A check that the server gives no means to run is skipped with its reason.
 *
 * @throws `SetupProblem` where no operation or check is called as `filter` and `rules` say.
 *
 * @example
 * ```ts
 * import { contractTests } from '@windmill-user-api/contract-tests/vitest'
 * import { app } from './app.ts'
 *
 * contractTests({
 *   fetch: (request) => app.fetch(request),
 *   admin: { email: 'admin@windmill.dev', password: 'changeme' },
 * })
 * ```
 */
export function contractTests(options: ContractTestsOptions): void {
  const { baseUrl = 'http://localhost:8000/api', deviations = [] } = options
  const selected = selectContracts(options)
  const known = trackDeviations(deviations, { isPartial: isPartial(options) })
  describe('contract', () => {
    let session: Session | undefined
    beforeAll(async () => {
      session = await openSession({ ...options, baseUrl })
    }, testTimeout)
    afterAll(async () => {
      const left = (await session?.close()) ?? []
      if (left.length > 0)
        throw new Error(`could not be removed from the server: ${left.map(describeLeft).join(', ')}`)
    }, testTimeout)
    const current = () => {
      if (!session) throw new Error('The session has not begun: tests run after it.')
      return session
    }
    for (const part of only(selected, ({ last }) => !last)) describeOperation(part, current, known)
    // These need a server at rest: vitest runs them after the others.
    for (const part of only(selected, ({ last }) => last === true)) describeOperation(part, current, known)
    if (deviations.length > 0)
      test('every known deviation is still one', () => {
        const outdated = known.outdated()
        if (outdated.length > 0) throw withoutPlace(outdated.join('\n'))
      })
  })
}

function only(
  selected: readonly SelectedContract[],
  isChosen: (check: SelectedCheck) => boolean,
): readonly SelectedContract[] {
  return selected
    .map(({ contract, checks }) => ({ contract, checks: checks.filter(isChosen) }))
    .filter(({ checks }) => checks.length > 0)
}

function describeOperation(
  { contract, checks }: SelectedContract,
  current: () => Session,
  known: TrackedDeviations,
): void {
  describe(contract.operation.id, () => {
    let calls: Calls | undefined
    for (const { rule, title, place } of checks) {
      test(`${rule}: ${title}`, { timeout: testTimeout }, async ({ skip }) => {
        const session = current()
        calls ??= createCalls({ ...contract, ...session })
        const check = checksOf(contract, session.fixtures)[place]
        if (!check) throw new Error(`There is no check ${place} of ${contract.operation.id}.`)
        const outcome = await runCheck(check, calls, session.secrets)
        const reason = known.reasonOf({ operation: contract.operation.id, rule, title }, outcome)
        if (reason !== undefined) skip(`known: ${reason}`)
        settle(outcome, skip)
      })
    }
  })
}

function settle(outcome: CheckOutcome, skip: (reason: string) => void): void {
  if (outcome.kind === 'not-exercised') skip(outcome.reason)
  if (outcome.kind !== 'violated') return
  const text = renderViolation(
    { ...showTexts(outcome.violation), followers: [] },
    chooseStyle(false, undefined),
  )
  throw withoutPlace(text)
}

/** The place in this package says nothing about the server. */
function withoutPlace(text: string): Error {
  const failure = new Error(text)
  failure.stack = text
  return failure
}
