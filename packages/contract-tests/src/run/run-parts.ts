import { createCalls, type OperationCalls } from '../checks/calls.ts'
import type { Contract } from '../checks/contract.ts'
import { SetupProblem } from '../errors.ts'
import { inPassing, isSameFailure, mayPass, type Observation } from '../expect/observation.ts'
import type { CheckOutcome, FinishedCheck } from '../findings/outcome.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import { operations } from '../generated/operations.ts'
import { NoResponse } from '../http/no-response.ts'
import type { RunnableCheck } from './checks-of.ts'
import { runCheck } from './run-check.ts'
import type { Session } from './session.ts'

/** What a run checks of one operation, one check after another. */
export interface Part {
  readonly contract: Contract<Fixtures>
  readonly checks: readonly RunnableCheck[]
}

/** How the parts of a run are run. */
export interface PartsOptions {
  readonly session: Session
  /** How many parts run at a time. */
  readonly concurrency: number
  /** Whether the first difference ends the run: the checks that are left then do not apply. */
  readonly bail: boolean
  readonly finish: (check: FinishedCheck) => void
}

/**
 * Runs all checks of all parts; those that need the server to themselves run when all others have ended.
 *
 * @throws `SetupProblem` if the server no longer responds, or the run was stopped.
 */
export async function runParts(parts: readonly Part[], options: PartsOptions): Promise<void> {
  const total = parts.reduce((count, { checks }) => count + checks.length, 0)
  const progress = { done: 0, total, isBailing: false }
  const calls = new Map(
    parts.map(({ contract }) => [contract, createCalls({ ...contract, ...options.session })]),
  )
  const runPart = async ({ contract, checks }: Part, isStopped: () => boolean) => {
    const own = calls.get(contract)
    for (const check of checks) {
      if (isStopped() || !own) return
      const begun = performance.now()
      const outcome = progress.isBailing ? bailed : await runOne(check, own, options.session, progress)
      if (outcome.kind === 'differs' && options.bail) progress.isBailing = true
      progress.done += 1
      const { done } = progress
      const milliseconds = performance.now() - begun
      options.finish({ operation: contract.operation.id, check, outcome, milliseconds, done, total })
    }
  }
  const chosen = (isLast: boolean) => only(parts.map(waitingLast), ({ last = false }) => last === isLast)
  await runSideBySide(chosen(false), options.concurrency, runPart)
  await runSideBySide(chosen(true), 1, runPart)
}

const bailed: CheckOutcome = {
  kind: 'not-applicable',
  reason: 'The run ended at the first difference, as --bail asks.',
}

/** A token takes seconds to expire: as the last checks of an operation they seldom have to wait for that. */
function waitingLast({ contract, checks }: Part): Part {
  const isWaiting = ({ situation }: RunnableCheck) => situation === 'a token that has expired'
  return { contract, checks: [...checks.filter((check) => !isWaiting(check)), ...checks.filter(isWaiting)] }
}

function only(parts: readonly Part[], isChosen: (check: RunnableCheck) => boolean): readonly Part[] {
  return parts.map(({ contract, checks }) => ({ contract, checks: checks.filter(isChosen) }))
}

async function runSideBySide(
  parts: readonly Part[],
  concurrency: number,
  runPart: (part: Part, isStopped: () => boolean) => Promise<void>,
): Promise<void> {
  const waiting = [...parts]
  let isStopped = false
  const runNext = async () => {
    for (let part = waiting.shift(); part && !isStopped; part = waiting.shift())
      await runPart(part, () => isStopped)
  }
  const ended = await Promise.allSettled(
    Array.from({ length: concurrency }, () =>
      runNext().catch((error: unknown) => {
        isStopped = true
        throw error
      }),
    ),
  )
  // All have come to rest: what is thrown now is not followed by calls of another.
  for (const each of ended) if (each.status === 'rejected') throw each.reason
}

async function runOne(
  check: RunnableCheck,
  calls: OperationCalls,
  session: Session,
  { done }: { readonly done: number },
): Promise<CheckOutcome> {
  const outcome = await settle(check, calls, session)
  if (isSilent(outcome)) await refuseSilence(session, done)
  else if (hasActed(outcome)) await session.fixtures.renew()
  return outcome
}

/** How often a check is made again that may have met a failure in passing. */
const mostTries = 3

/** What may have failed in passing is tried again: if it goes well then, the server failed for a moment, and that is told. */
async function settle(check: RunnableCheck, calls: OperationCalls, session: Session): Promise<CheckOutcome> {
  const run = async () => {
    const before = session.failures()
    const outcome = await runCheck(check, calls)
    return { outcome, isDisturbed: session.failures() > before }
  }
  let { outcome, isDisturbed } = await run()
  let disturbance: Observation | undefined
  for (let tries = 1; tries < mostTries; tries += 1) {
    const failures = observationsOf(outcome).filter(mayPass)
    // A needed call that failed is never remembered as the answer: it is made again with everything around it.
    const isSettled = failures.length === 0 && outcome.kind !== 'blocked'
    // A call that fails may have been carried out: what differs may be its traces.
    const mayBeTraces = outcome.kind === 'differs' && isDisturbed
    if (isSettled && !mayBeTraces) return outcome
    const again = await run()
    if (isSettled) {
      ;({ outcome, isDisturbed } = again)
      continue
    }
    const remaining = observationsOf(again.outcome)
    const passed = failures.filter((failure) => !remaining.some((each) => isSameFailure(each, failure)))
    // Who cannot get through says nothing about what failed before.
    const isCutOff = remaining.some(({ observation }) => observation === 'connection')
    if (isCutOff && passed.length > 0) continue
    if (passed.length === 0 && again.outcome.kind === outcome.kind) return blockedBy(outcome, disturbance)
    session.observed.push(...passed.map(inPassing))
    disturbance ??= passed.map(inPassing)[0]
    ;({ outcome, isDisturbed } = again)
  }
  return blockedBy(outcome, disturbance)
}

/** A check that a call kept from its own, and that is refused since, is kept by that call: it may have been carried out. */
function blockedBy(outcome: CheckOutcome, disturbance: Observation | undefined): CheckOutcome {
  const isConsequence = outcome.kind === 'blocked' && !mayPass(outcome.by)
  return disturbance && isConsequence ? { kind: 'blocked', by: disturbance } : outcome
}

function observationsOf(outcome: CheckOutcome): readonly Observation[] {
  if (outcome.kind === 'blocked') return [outcome.by]
  return outcome.kind === 'differs' ? outcome.observations : []
}

/** Whether a call was accepted that had to be refused: whatever it asked for has been done. */
function hasActed(outcome: CheckOutcome): boolean {
  if (outcome.kind !== 'differs') return false
  return outcome.observations.some(
    ({ observation, expected, actual }) =>
      observation === 'status' && expected.startsWith('4') && actual.startsWith('2'),
  )
}

function isSilent(outcome: CheckOutcome): boolean {
  return observationsOf(outcome).some(({ observation }) => observation === 'connection')
}

/** A call without a response is a finding as long as the server responds to others; else there is nobody left to judge. */
async function refuseSilence({ transport, baseUrl, fixtures }: Session, done: number): Promise<void> {
  let reason = ''
  for (const path of pathsOf(fixtures)) {
    try {
      const request = { method: 'GET', url: baseUrl + path, headers: {}, body: undefined }
      await transport.send('getCurrentEmail', request)
      return
    } catch (error) {
      if (!(error instanceof NoResponse)) throw error
      reason = error.actual
    }
  }
  throw new SetupProblem(`The server at ${baseUrl} stopped responding after ${done} checks: it ${reason}.`)
}

/** Paths of operations that the server has and that need no value, and the root where there are none. */
function pathsOf({ has }: Fixtures): readonly string[] {
  const plain = Object.values(operations).filter(({ id, path }) => has(id) && !path.includes('{'))
  return [...plain.slice(0, 3).map(({ path }) => path), '/']
}
