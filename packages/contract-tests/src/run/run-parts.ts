import { type Calls, createCalls } from '../checks/calls.ts'
import type { Check, Contract } from '../checks/contract.ts'
import { type Mismatch, SetupProblem } from '../errors.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { NoResponse } from '../http/no-response.ts'
import { type CheckOutcome, type FinishedCheck, runCheck } from './check-outcome.ts'
import type { Session } from './session.ts'

/** What a run checks of one operation, one check after another. */
export interface Part {
  readonly contract: Contract<Fixtures>
  readonly checks: readonly Check[]
}

/** How the parts of a run are run. */
export interface PartsOptions {
  readonly session: Session
  /** How many parts run at a time. */
  readonly lanes: number
  /** Whether the first violation ends the run: the checks that are left are then finished as not exercised. */
  readonly bail: boolean
  readonly finish: (check: FinishedCheck) => void
}

/** Runs all checks of all parts; those that need the server to themselves run when all others have ended. */
export async function runParts(parts: readonly Part[], options: PartsOptions): Promise<void> {
  const total = parts.reduce((count, { checks }) => count + checks.length, 0)
  const progress = { done: 0, total, isBailing: false }
  const callsByContract = new Map(
    parts.map(({ contract }) => [contract, createCalls({ ...contract, ...options.session })]),
  )
  const runPart = async ({ contract, checks }: Part, isStopped: () => boolean) => {
    const calls = callsByContract.get(contract)
    for (const check of checks) {
      if (isStopped() || !calls) return
      const begun = performance.now()
      const outcome = progress.isBailing ? bailed : await runOne(check, calls, options.session)
      if (outcome.kind === 'violated' && options.bail) progress.isBailing = true
      progress.done += 1
      const { done } = progress
      const milliseconds = performance.now() - begun
      options.finish({ operation: contract.operation.id, check, outcome, milliseconds, done, total })
    }
  }
  await runSideBySide(
    only(parts, ({ last }) => !last),
    options.lanes,
    runPart,
  )
  await runSideBySide(
    only(parts, ({ last }) => last === true),
    1,
    runPart,
  )
}

const bailed: CheckOutcome = {
  kind: 'not-exercised',
  reason: 'The run ended at the first failure, as it was told to.',
}

function only(parts: readonly Part[], isChosen: (check: Check) => boolean): readonly Part[] {
  return parts.map(({ contract, checks }) => ({ contract, checks: checks.filter(isChosen) }))
}

async function runSideBySide(
  parts: readonly Part[],
  lanes: number,
  runPart: (part: Part, isStopped: () => boolean) => Promise<void>,
): Promise<void> {
  const waiting = [...parts]
  let isStopped = false
  const runLane = async () => {
    for (let part = waiting.shift(); part && !isStopped; part = waiting.shift())
      await runPart(part, () => isStopped)
  }
  const ended = await Promise.allSettled(
    Array.from({ length: lanes }, () =>
      runLane().catch((error: unknown) => {
        isStopped = true
        throw error
      }),
    ),
  )
  // All lanes have come to rest: what is thrown now is not followed by calls of another.
  for (const lane of ended) if (lane.status === 'rejected') throw lane.reason
}

async function runOne(check: Check, calls: Calls, session: Session): Promise<CheckOutcome> {
  const outcome = await runCheck(check, calls, session.secrets)
  if (outcome.kind === 'violated') await refuseSilence(outcome.mismatch, session)
  return outcome
}

/** A call without an response is a violation as long as the server responses others; else there is nobody left to judge. */
async function refuseSilence({ exchange, came }: Mismatch, { fixtures, baseUrl }: Session): Promise<void> {
  if (exchange) return
  try {
    await fixtures.api.call('getCurrentEmail', {})
    await fixtures.api.call('login', { body: {} })
  } catch (cause) {
    if (!(cause instanceof NoResponse)) throw cause
    throw new SetupProblem(`The server at ${baseUrl} has stopped responding: it ${came}.`, { cause })
  }
}
