import { NotApplicable, SetupProblem } from '../errors.ts'
import type { Observation } from '../expect/observation.ts'
import { type Coverage, createCoverage } from '../findings/coverage.ts'
import { createReport } from '../findings/create-report.ts'
import type { Deviations } from '../findings/deviation.ts'
import type { FinishedCheck } from '../findings/outcome.ts'
import type { Report, RunDetails } from '../findings/report.ts'
import { operations } from '../generated/operations.ts'
import { maskCall } from '../http/masked-call.ts'
import { unexercised } from '../scenarios/unexercised.ts'
import { version } from '../version.ts'
import { checksOf, type RunnableCheck } from './checks-of.ts'
import { runExamples } from './option-examples.ts'
import { leftOutByQuick } from './quick.ts'
import { readOnlyCheck } from './read-only.ts'
import { type OptionExamples, refuseWrongOptions } from './refuse-wrong-options.ts'
import { runParts } from './run-parts.ts'
import { isPartial, type SelectedContract, type Selection, selectContracts } from './select-contracts.ts'
import { openSession, type Session, type SessionOptions } from './session.ts'
import { transientObservations } from './transient-observations.ts'

/** What to run, and where. */
export interface RunOptions extends SessionOptions, Selection {
  /** How many operations are checked at a time; 8 where nothing is given. */
  readonly concurrency?: number
  /** Whether the first difference ends the run. */
  readonly bail?: boolean
  /** What is known to differ on this server. */
  readonly deviations?: Deviations
  /** Hears of each check as it ends. */
  readonly onCheck?: (check: FinishedCheck) => void
}

const examples: OptionExamples<RunOptions> = runExamples

/**
 * Holds a server to the contract. What the run makes is removed at the end, also after a failure. Where the run cannot go on,
 * the report has what was found until then, and says why in `stopped`.
 *
 * @throws `SetupProblem` when the run cannot begin: then nothing is said about the server.
 *
 * @example
 * ```ts
 * const report = await runContract({
 *   baseUrl: 'http://localhost:8000/api',
 *   admin: { email: 'admin@windmill.dev', password: 'changeme' },
 * })
 * console.log(report.exitStatus === 0 ? 'the contract holds' : report.findings)
 * ```
 */
export async function runContract(options: RunOptions): Promise<Report> {
  refuseWrongOptions('runContract', options, examples)
  const startedAt = new Date()
  const begun = performance.now()
  const selected = selectContracts(options)
  const session = await openSession(options)
  const finished: FinishedCheck[] = []
  const work = runSelected(selected, session, options, (check) => {
    finished.push(check)
    options.onCheck?.(check)
  })
  const problem = await session.untilStopped(work).catch((error: unknown) => error)
  const left = await session.close()
  if (problem !== undefined && !(problem instanceof SetupProblem)) throw problem
  const details: RunDetails = {
    baseUrl: session.baseUrl,
    run: session.run,
    seed: session.fixtures.seed,
    startedAt: startedAt.toISOString(),
    milliseconds: performance.now() - begun,
    left,
    ...(left.length > 0 && { cleanUpCommand: session.cleanUpCommand }),
    coverage: coverageOf(session, selected, options),
    ...(problem !== undefined && { stopped: problem.message }),
    ...(options.keepCalls && {
      calls: session.recorder.calls().map((call) => maskCall(call, session.secrets)),
    }),
  }
  const { deviations } = options
  return createReport(inOrder(finished, selected), details, {
    version,
    secrets: session.secrets,
    observed: [
      ...observedOf(session, problem !== undefined),
      ...transientObservations(session.transient()),
      ...session.endedTokens(),
    ],
    isPartial: problem !== undefined || leavesOut(options),
    ...(deviations && { deviations }),
  })
}

/** What preparing calls observed. That a server which has gone away lets nobody through says nothing of the operation. */
function observedOf({ observed }: Session, isStopped: boolean): readonly Observation[] {
  return isStopped ? observed.filter(({ observation }) => observation !== 'connection') : observed
}

/** Whether a run leaves checks out, for whichever reason. */
function leavesOut(options: RunOptions): boolean {
  return isPartial(options) || options.bail === true
}

/** A check that calls nothing, and gives the reason. */
function without(check: RunnableCheck, reason: string): RunnableCheck {
  return { ...check, run: () => Promise.reject(new NotApplicable(reason)) }
}

function runSelected(
  selected: readonly SelectedContract[],
  session: Session,
  { concurrency = 8, bail = false, profile }: RunOptions,
  finish: (check: FinishedCheck) => void,
): Promise<void> {
  const parts = selected.map(({ contract, checks }) => {
    const all = checksOf(contract, session.fixtures)
    const isAbsent = !session.fixtures.has(contract.operation.id)
    const chosen = checks.flatMap(({ place, isLeftOut }) => {
      const check = all[place]
      if (!check) return []
      if (isAbsent) return without(check, 'The server does not implement the operation.')
      if (isLeftOut) return without(check, leftOutByQuick)
      return profile === 'read-only' ? readOnlyCheck(check) : check
    })
    return { contract, checks: chosen }
  })
  return runParts(parts, { session, concurrency, bail, finish })
}

function coverageOf(
  { recorder }: Session,
  selected: readonly SelectedContract[],
  options: RunOptions,
): Coverage {
  const ids = new Set<string>(selected.map(({ contract }) => contract.operation.id))
  const chosen = Object.values(operations).filter(({ id }) => ids.has(id))
  return createCoverage(chosen, recorder.tallies(), {
    reasons: unexercised,
    otherwise: leavesOut(options)
      ? 'The checks that lead to it were left out of this run.'
      : 'No check leads to it.',
  })
}

/** As the document has the operations, whichever worker was faster. */
function inOrder(
  finished: readonly FinishedCheck[],
  selected: readonly SelectedContract[],
): readonly FinishedCheck[] {
  const places = new Map(selected.map(({ contract }, place) => [contract.operation.id, place]))
  const placeOf = ({ operation }: FinishedCheck) => places.get(operation) ?? 0
  return [...finished].sort((one, other) => placeOf(one) - placeOf(other))
}
