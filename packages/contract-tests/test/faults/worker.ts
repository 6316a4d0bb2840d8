import { createInterface } from 'node:readline'
import { differences } from './catalogue/harmless.ts'
import { catalogue } from './catalogue/index.ts'
import { sample } from './catalogue/sample.ts'
import { nameOf } from './fault.ts'
import { startServers } from './servers.ts'
import { tryTogether } from './together.ts'
import { runCorrect, tryDifference, tryFault } from './try-fault.ts'

/**
 * Tries what it is told, a line of JSON for each: `{ "fault": "shape: whoami leaves out email", "seed": 1 }`, and responses
 * each with a line.
 */
interface Order {
  readonly list?: boolean
  readonly fault?: string
  readonly difference?: string
  /** Run against a correct server on this database. */
  readonly database?: 'PGlite' | 'PostgreSQL'
  readonly seed: number
  readonly isComplete?: boolean
  /** Plant as many faults at once. */
  readonly together?: number
}

const faults = new Map(catalogue.flatMap((family) => family.faults).map((fault) => [nameOf(fault), fault]))
const servers = startServers()

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(await obey(JSON.parse(line)))}\n`)
await servers.close()

async function obey({ list, fault = '', difference, database, together, ...order }: Order): Promise<unknown> {
  if (list) return listAll(order.seed)
  const sandbox = await servers.open(database ?? 'PGlite')
  await sandbox.reset()
  const options = { ...order, fetch: sandbox.fetch }
  if (together !== undefined) return tryTogether({ ...options, count: together })
  if (database)
    return { name: `${database}, seed ${order.seed}`, group: 'correct', alarms: await runCorrect(options) }
  const harmless = differences.find(({ what }) => what === difference)
  if (harmless)
    return {
      name: `harmless: ${harmless.what}`,
      group: 'harmless',
      alarms: await tryDifference(harmless, options),
    }
  const planted = faults.get(fault)
  if (!planted) throw new Error(`There is no fault "${fault}".`)
  return tryFault(planted, options)
}

function listAll(seed: number): unknown {
  return {
    faults: sample(catalogue, seed).map((fault) => ({
      name: nameOf(fault),
      group: fault.group,
      invisible: fault.invisible,
    })),
    differences: differences.map(({ what }) => what),
  }
}
