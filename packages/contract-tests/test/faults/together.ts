import { createHash } from 'node:crypto'
import { type Fetch, type Report, runContract, SetupProblem } from '../../src/index.ts'
import { admin, baseUrl } from '../sandbox.ts'
import { consoleLines } from '../zoo-findings.ts'
import { catalogue } from './catalogue/index.ts'
import { chain } from './chain.ts'
import { operations } from './document.ts'
import { type Fault, nameOf } from './fault.ts'
import { names, toldByFinding } from './names.ts'
import { plain, pretend } from './operators.ts'
import type { Serve } from './proxy/server.ts'
import { plant } from './proxy/server.ts'
import { haltingFetch } from './try-fault.ts'
import { canJoin } from './way-in.ts'

/** The operation that the server lacks. */
const absent = 'createUser'

/** How the suite did with one of the faults that were planted together. */
export interface FaultAmongOthers {
  readonly name: string
  readonly isNamed: boolean
  /** The findings that are of its operation, or name it. */
  readonly findings: readonly string[]
}

/** How the suite did with many faults at once. */
export interface Together {
  readonly name: string
  readonly faults: readonly FaultAmongOthers[]
  readonly findings: number
  /** Findings of operations in which nothing was planted. */
  readonly untrue: readonly string[]
  readonly lines: number
  /** Why the run could not go on. */
  readonly stopped?: string
}

/** Which faults are planted together. */
export interface TogetherOptions {
  /** A correct server. */
  readonly fetch: Fetch
  readonly seed: number
  /** How many, each in another operation. */
  readonly count: number
}

/** Runs the suite on a server that lacks `createUser` and has a fault in each of many operations. */
export async function tryTogether(options: TogetherOptions): Promise<Together> {
  const { fetch, seed } = options
  const faults = await choose(options)
  const gone = absence(absent)
  // Whoever serves all operations stands before the others.
  const inOrder = [...faults, gone].sort(
    (one, other) => Number(one.everywhere ?? false) - Number(other.everywhere ?? false),
  )
  const everything = { plant: () => sparing(chain(inOrder.map(planted))), operation: '', everywhere: true }
  const differing = plant(everything, fetch, admin)
  const name = `seed ${seed}`
  try {
    const halting = haltingFetch(differing, new AbortController().signal)
    const report = await runContract({ baseUrl, admin, seed, fetch: halting })
    return { name, ...judge(report, [...faults, gone]) }
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error
    const missed = faults.map((fault) => ({ name: nameOf(fault), isNamed: false, findings: [] }))
    return { name, faults: missed, findings: 0, untrue: [], lines: 0, stopped: error.message }
  }
}

function judge(report: Report, faults: readonly Fault[]): Omit<Together, 'name'> {
  const told = report.findings.map((finding) => ({
    ...toldByFinding(finding),
    line: `${finding.operations.join(', ')} ${finding.rule}: ${finding.title}`.slice(0, 300),
  }))
  const linesOf = (chosen: typeof told) => chosen.map(({ line }) => line)
  const isAbout = (each: (typeof told)[number], fault: Fault) =>
    each.operations.includes(fault.operation) || names(each, fault)
  return {
    faults: faults.map((fault) => ({
      name: nameOf(fault),
      isNamed: told.some((each) => names(each, fault)),
      findings: linesOf(told.filter((each) => isAbout(each, fault))),
    })),
    findings: told.length,
    untrue: linesOf(told.filter((each) => !faults.some((fault) => isAbout(each, fault)))),
    lines: consoleLines(report),
    ...(report.stopped !== undefined && { stopped: report.stopped }),
  }
}

/**
 * One fault for each of as many operations, the same ones for the same seed. Left out is what nobody could see here: what
 * is about the operation that is absent, and what leaves no way to make a member of a workspace, because that hides all else.
 */
async function choose({ fetch, seed, count }: TogetherOptions): Promise<readonly Fault[]> {
  const candidates = operations.filter(({ id, isInternal }) => !isInternal && id !== absent)
  const chosen: Fault[] = []
  for (const { id } of inOrderOf(seed, candidates, (operation) => operation.id).slice(0, count)) {
    const faults = catalogue.flatMap((family) => family.faults.filter(({ operation }) => operation === id))
    const visible = faults.filter(({ what, invisible }) => invisible === undefined && !what.includes(absent))
    for (const fault of inOrderOf(seed, visible, nameOf)) {
      if (!(await canJoin(haltingFetch(plant(fault, fetch, admin), AbortSignal.timeout(5_000))))) continue
      chosen.push(fault)
      break
    }
  }
  return chosen
}

function inOrderOf<T>(seed: number, items: readonly T[], nameOfItem: (item: T) => string): readonly T[] {
  return items
    .map((item) => ({
      item,
      rank: createHash('sha256')
        .update(`${seed} ${nameOfItem(item)}`)
        .digest('hex'),
    }))
    .sort((one, other) => one.rank.localeCompare(other.rank))
    .map(({ item }) => item)
}

/** An operation that the server does not have. */
function absence(operation: string): Fault {
  return {
    group: 'status',
    operation,
    what: 'is not there',
    mentions: /404/,
    plant: () => () => Promise.resolve(plain(404, 'Not found')),
  }
}

/** What would end the super admin of the run, and with it what the others are seen by. */
const ending: ReadonlySet<string | undefined> = new Set(['setPassword', 'logout'])

/** Whoever is let in as the super admin does not end its sessions: the server only says so. */
function sparing(serve: Serve): Serve {
  return (call, server) =>
    serve(call, {
      ...server,
      sendAsAdmin: async (sent, changes) =>
        ending.has(sent.operation?.id) ? pretend(200)(sent, server) : server.sendAsAdmin(sent, changes),
    })
}

/** A fault that leaves the calls of other operations alone. */
function planted(fault: Fault): Serve {
  const serve = fault.plant()
  return (call, server) =>
    fault.everywhere || call.operation?.id === fault.operation ? serve(call, server) : server.send(call)
}
