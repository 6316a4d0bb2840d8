import { Mismatch, SetupProblem } from '../errors.ts'
import { contracts as allContracts } from '../generated/contracts.ts'
import type { Check, Contract } from '../suite/contract.ts'
import type { Rule } from '../suite/rule.ts'
import { createScene } from '../suite/scene.ts'
import type { World } from '../world/world.ts'
import { type CheckOutcome, type FinishedCheck, runCheck } from './check-outcome.ts'
import { checkNames, checksOf } from './checks-of.ts'
import { createReport, type Report } from './report.ts'
import { openSession, type Session, type SessionOptions } from './session.ts'

/** What to run, and where. */
export interface RunOptions extends SessionOptions {
  /** The `operationId`s to check; all published operations where nothing is given. */
  readonly filter?: readonly string[]
  /** The rules to check; all where nothing is given. */
  readonly rules?: readonly Rule[]
  /** Whether to check the neighbours that set the stage, too, which the published document lacks. */
  readonly internal?: boolean
  /** How many operations are checked at a time; 4 where nothing is given. */
  readonly concurrency?: number
  /** Hears of each check as it ends. */
  readonly onCheck?: (check: FinishedCheck) => void
}

/** The contracts that a run checks. Throws a `SetupProblem` for a name that no operation has. */
export function selectContracts({
  filter,
  internal = false,
}: Pick<RunOptions, 'filter' | 'internal'>): readonly Contract<World>[] {
  if (!filter || filter.length === 0)
    return allContracts.filter(({ operation }) => internal || !operation.internal)
  const known = new Map<string, Contract<World>>(
    allContracts.map((contract) => [contract.operation.id, contract]),
  )
  return filter.map((id) => {
    const contract = known.get(id)
    if (contract) return contract
    throw new SetupProblem(`No operation is called "${id}". Expected one of ${[...known.keys()].join(', ')}.`)
  })
}

/** A run that checks nothing would look as if all were well. */
function refuseNoChecks(contracts: readonly Contract<World>[], { rules }: RunOptions): void {
  if (contracts.some((contract) => checkNames(contract, rules).length > 0)) return
  const operations = contracts.map(({ operation }) => operation.id).join(', ')
  throw new SetupProblem(
    `No check of ${operations} has the rule ${rules?.join(', ')}. Expected a rule that one of them has: "windmill-user-contract --list" shows all.`,
  )
}

/**
 * Holds a server to the contract. What the run makes is removed at the end, also after a failure.
 *
 * @throws `SetupProblem` when the run cannot begin or go on: then nothing is said about the server.
 *
 * @example
 * ```ts
 * const report = await runContract({
 *   baseUrl: 'http://localhost:8000/api',
 *   admin: { email: 'admin@windmill.dev', password: 'changeme' },
 * })
 * console.log(report.failed === 0 ? 'the contract holds' : report.violations)
 * ```
 */
export async function runContract(options: RunOptions): Promise<Report> {
  const startedAt = performance.now()
  const contracts = selectContracts(options)
  refuseNoChecks(contracts, options)
  const session = await openSession(options)
  const finished: FinishedCheck[] = []
  const finish = (check: FinishedCheck) => {
    finished.push(check)
    options.onCheck?.(check)
  }
  const plan = contracts.map((contract) => ({
    contract,
    checks: checksOf(contract, session.world, options.rules),
  }))
  const problem = await runAll(plan, options.concurrency ?? 4, session, finish).catch(
    (error: unknown) => error,
  )
  const left = await session.close()
  if (problem !== undefined) throw withRemains(problem, left)
  return createReport(inOrder(finished, plan), left, performance.now() - startedAt)
}

/** Who has to clean up by hand needs to know what. */
function withRemains(problem: unknown, left: readonly string[]): unknown {
  if (left.length === 0 || !(problem instanceof SetupProblem)) return problem
  return new SetupProblem(`${problem.message} Could not be removed: ${left.join(', ')}.`, { cause: problem })
}

/** What a run checks of one operation. */
interface Part {
  readonly contract: Contract<World>
  readonly checks: readonly Check[]
}

async function runAll(
  parts: readonly Part[],
  lanes: number,
  session: Session,
  finish: (check: FinishedCheck) => void,
): Promise<void> {
  const total = parts.reduce((count, { checks }) => count + checks.length, 0)
  const waiting = [...parts]
  let done = 0
  let isStopped = false
  const runLane = async () => {
    for (let part = waiting.shift(); part && !isStopped; part = waiting.shift()) {
      await runPart(part, session, (check, outcome) => {
        if (isStopped) return
        done += 1
        finish({ operation: part.contract.operation.id, check, outcome, done, total })
      })
    }
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

async function runPart(
  { contract, checks }: Part,
  session: Session,
  finish: (check: Check, outcome: CheckOutcome) => void,
): Promise<void> {
  const scene = createScene({ ...contract, ...session })
  for (const check of checks) {
    const outcome = await runCheck(check, scene, session.secrets)
    if (outcome.kind === 'violated') await refuseSilence(outcome.mismatch, session)
    finish(check, outcome)
  }
}

/** As the document has the operations, whichever lane was faster. */
function inOrder(finished: readonly FinishedCheck[], parts: readonly Part[]): readonly FinishedCheck[] {
  const places = new Map(parts.map(({ contract }, place) => [contract.operation.id, place]))
  const placeOf = ({ operation }: FinishedCheck) => places.get(operation) ?? 0
  return [...finished].sort((one, other) => placeOf(one) - placeOf(other))
}

/** A call without an answer is a violation as long as the server answers others; else there is nobody left to judge. */
async function refuseSilence({ exchange, came }: Mismatch, { world, baseUrl }: Session): Promise<void> {
  if (exchange) return
  try {
    await world.api.call('getCurrentEmail', {})
    await world.api.call('login', { body: {} })
  } catch (cause) {
    if (!(cause instanceof Mismatch)) throw cause
    throw new SetupProblem(`The server at ${baseUrl} has stopped answering: ${came}.`, { cause })
  }
}
