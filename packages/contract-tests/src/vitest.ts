import { afterAll, beforeAll, describe, test } from 'vitest'
import { createCalls, type OperationCalls } from './checks/calls.ts'
import { createReport } from './findings/create-report.ts'
import { type Deviations, describeStale, nameOf, noDeviations } from './findings/deviation.ts'
import type { CheckOutcome, FinishedCheck } from './findings/outcome.ts'
import type { Report } from './findings/report.ts'
import { describeLeft } from './fixtures/thing.ts'
import { renderFinding } from './formats/console.ts'
import { showTexts } from './formats/show-report.ts'
import { chooseStyle } from './formats/style.ts'
import { checksOf } from './run/checks-of.ts'
import { selectionExamples, sessionExamples } from './run/option-examples.ts'
import { type OptionExamples, refuseWrongOptions } from './run/refuse-wrong-options.ts'
import { runCheck } from './run/run-check.ts'
import {
  isPartial,
  type SelectedCheck,
  type SelectedContract,
  type Selection,
  selectContracts,
} from './run/select-contracts.ts'
import { openSession, type Session, type SessionOptions } from './run/session.ts'
import { version } from './version.ts'

export type { AcceptedBlock, Deviation, Deviations } from './findings/deviation.ts'
export { readDeviations } from './findings/deviations-file.ts'

/** Which server to hold to the contract, and to which part of it. */
export interface ContractTestsOptions
  extends Omit<SessionOptions, 'baseUrl' | 'keepCalls' | 'signal'>,
    Selection {
  /** Where the API is; `http://localhost:8000/api` where nothing is given, for a `fetch` that responds in process. */
  readonly baseUrl?: string
  /**
   * What is known to differ on this server, each with its reason: a check that shows only that is skipped, and an entry that no
   * longer occurs fails the tests. `readDeviations('deviations.yaml')` reads what the command takes. Default: nothing is.
   */
  readonly deviations?: Deviations
}

const { keepCalls: _keepCalls, signal: _signal, ...session } = sessionExamples
const examples: OptionExamples<ContractTestsOptions> = {
  ...session,
  ...selectionExamples,
  deviations: noDeviations,
}

/** A slow check logs in several times, and every login costs a password hash. */
const testTimeout = 60_000

/**
 * Adds the contract to a vitest project: a `describe` for each operation, a `test` for each check. What the tests make on the
 * server is removed after the last one. A check that does not apply is skipped with its reason.
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
  refuseWrongOptions('contractTests', options, examples)
  const { baseUrl = 'http://localhost:8000/api', deviations = noDeviations } = options
  const selected = selectContracts(options)
  const suite = new Suite(deviations, isPartial(options))
  describe('contract', () => {
    beforeAll(async () => suite.open(await openSession({ ...options, baseUrl })), testTimeout)
    afterAll(() => suite.close(), testTimeout)
    for (const part of only(selected, ({ last }) => !last)) describeOperation(part, suite)
    // These need a server at rest: vitest runs them after the others.
    for (const part of only(selected, ({ last }) => last === true)) describeOperation(part, suite)
    if (deviations.deviations.length > 0)
      test('every known deviation is still one', () => suite.refuseStale())
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

function describeOperation({ contract, checks }: SelectedContract, suite: Suite): void {
  describe(contract.operation.id, () => {
    let calls: OperationCalls | undefined
    for (const { rule, title, place } of checks) {
      test(`${rule}: ${title}`, { timeout: testTimeout }, async ({ skip }) => {
        const session = suite.session()
        calls ??= createCalls({ ...contract, ...session })
        const check = checksOf(contract, session.fixtures)[place]
        if (!check) throw new Error(`There is no check ${place} of ${contract.operation.id}.`)
        const outcome = await runCheck(check, calls)
        suite.settle({ operation: contract.operation.id, check, outcome }, skip)
      })
    }
  })
}

/** The tests of one server, which learn together what is known. */
class Suite {
  readonly #deviations: Deviations
  readonly #isPartial: boolean
  readonly #finished: FinishedCheck[] = []
  #session: Session | undefined

  constructor(deviations: Deviations, isPartialRun: boolean) {
    this.#deviations = deviations
    this.#isPartial = isPartialRun
  }

  open(session: Session): void {
    this.#session = session
  }

  session(): Session {
    if (!this.#session) throw new Error('The session has not begun: tests run after it.')
    return this.#session
  }

  async close(): Promise<void> {
    const left = (await this.#session?.close()) ?? []
    if (left.length > 0)
      throw new Error(`could not be removed from the server: ${left.map(describeLeft).join(', ')}`)
  }

  /** Fails the test, or skips it, as its check has ended. */
  settle(
    ended: Pick<FinishedCheck, 'operation' | 'check' | 'outcome'>,
    skip: (reason: string) => void,
  ): void {
    const finished = { ...ended, milliseconds: 0, done: 0, total: 0 }
    this.#finished.push(finished)
    if (ended.outcome.kind === 'passed') return
    const report = this.#report([finished], true)
    const [check] = report.checks
    const [first] = report.findings
    if (check?.result === 'not-applicable') skip(check.reason ?? '')
    if (check?.result === 'known') skip(`known: ${first?.reason ?? ''}`)
    const fresh = report.findings.filter(({ status }) => status === 'new')
    if (fresh.length === 0) return
    const style = chooseStyle(false, undefined)
    throw withoutPlace(
      blockedOr(ended.outcome, fresh.map((each) => renderFinding(showTexts(each), { style })).join('\n')),
    )
  }

  refuseStale(): void {
    const { stale } = this.#report(this.#finished, this.#isPartial)
    const lines = stale.map((each) => `The deviation ${nameOf(each.deviation)} ${describeStale(each)}`)
    if (lines.length > 0) throw withoutPlace(lines.join('\n'))
  }

  #report(finished: readonly FinishedCheck[], isPartialRun: boolean): Report {
    const { secrets, baseUrl, run, fixtures } = this.session()
    const coverage = { operations: [], documented: 0, exercised: 0 }
    const details = { baseUrl, run, seed: fixtures.seed, startedAt: '', milliseconds: 0, left: [], coverage }
    const { coverage: _coverage, ...deviations } = this.#deviations
    return createReport(finished, details, { version, secrets, deviations, isPartial: isPartialRun })
  }
}

function blockedOr({ kind }: CheckOutcome, text: string): string {
  return kind === 'blocked' ? `The check is blocked:\n${text}` : text
}

/** The place in this package says nothing about the server. */
function withoutPlace(text: string): Error {
  const failure = new Error(text)
  failure.stack = text
  return failure
}
