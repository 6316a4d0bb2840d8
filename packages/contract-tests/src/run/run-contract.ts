import { Mismatch, SetupProblem } from '../errors.ts'
import { contracts as allContracts } from '../generated/contracts.ts'
import type { Check, Contract } from '../suite/contract.ts'
import type { Rule } from '../suite/rule.ts'
import { createScene } from '../suite/scene.ts'
import type { World } from '../world/world.ts'
import { type FinishedCheck, runCheck } from './check-outcome.ts'
import { checksOf } from './checks-of.ts'
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
  const problem = await runAll(plan, session, finish).catch((error: unknown) => error)
  const left = await session.close()
  if (problem !== undefined) throw withRemains(problem, left)
  return createReport(finished, left, performance.now() - startedAt)
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
  session: Session,
  finish: (check: FinishedCheck) => void,
): Promise<void> {
  const total = parts.reduce((count, { checks }) => count + checks.length, 0)
  let done = 0
  for (const { contract, checks } of parts) {
    const scene = createScene({ ...contract, ...session })
    for (const check of checks) {
      const outcome = await runCheck(check, scene, session.secrets)
      if (outcome.kind === 'violated') await refuseSilence(outcome.mismatch, session)
      done += 1
      finish({ operation: contract.operation.id, check, outcome, done, total })
    }
  }
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
