import { markdownTable } from '../markdown-table.ts'
import { globalWhoami, latencies, load, login, type Measured, perSecond } from './load.ts'
import { sandboxStart } from './servers.ts'
import type { Workbench } from './workbench.ts'

const logins = 64
const others = 16

/** What is left for everybody else while many log in: their passwords take as long as a password has to. */
export async function loginsTable(bench: Workbench): Promise<string> {
  const { port, seedOfCallers, createDatabase } = bench
  const rows = [
    await rowOf(bench, 'PGlite in memory'),
    await rowOf(bench, 'PostgreSQL', '--database-url', await createDatabase()),
  ]
  return markdownTable(
    [`globalWhoami, ${others} connections`, 'alone', `beside ${logins} connections that log in`, 'logins'],
    rows,
  )

  async function rowOf({ autocannon, seconds, progress }: Workbench, name: string, ...options: string[]) {
    progress(`logging in on ${name}`)
    const server = await bench.start(sandboxStart(name, port, '--seed', seedOfCallers, ...options))
    const of = { autocannon, urls: [server.url], seconds }
    const whoami = { ...of, request: globalWhoami, connections: others }
    await load({ ...whoami, seconds: 1 })
    const alone = await load(whoami)
    const [beside, loggedIn] = await Promise.all([
      load(whoami),
      load({ ...of, request: login, connections: logins }),
    ])
    await server.stop()
    return [name, toText(alone), `${toText(beside)} (${part(beside, alone)} %)`, toText(loggedIn)]
  }
}

function toText(measured: Measured): string {
  return `${perSecond(measured)}/s, ${latencies(measured)}`
}

function part(measured: Measured, whole: Measured): string {
  return ((100 * measured.requestsPerSecond) / whole.requestsPerSecond).toFixed(0)
}
