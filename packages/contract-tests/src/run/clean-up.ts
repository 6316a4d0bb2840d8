import { SetupProblem } from '../errors.ts'
import type { Api } from '../fixtures/api.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import type { Exchange } from '../http/exchange.ts'
import { openSession, type SessionOptions } from './session.ts'

/** What was found of earlier runs. */
export interface CleanUpReport {
  /** What is gone now: `account contract-3f6c1c1e-1-user@example.com`. */
  readonly removed: readonly string[]
  /** What could not be removed. */
  readonly left: readonly string[]
}

/** Workspaces are numbered together with accounts, so that there are gaps; a gap as wide as this is the end. */
const widestGap = 60

/**
 * Removes what runs left that were killed: every account and workspace whose name begins with `contract-`. Not while
 * another run is under way, unless `leftBy` names the run whose remains are meant.
 *
 * @throws `SetupProblem` when there is no such server, or no such super admin.
 *
 * @example
 * ```ts
 * await cleanUp({ baseUrl: 'http://localhost:8000/api', admin }, '3f6c1c1e')
 * ```
 */
export async function cleanUp(options: SessionOptions, leftBy?: string): Promise<CleanUpReport> {
  const session = await openSession(options)
  try {
    const { fixtures } = session
    const accounts = (await listAccounts(fixtures)).filter((email) => isLeftover(email, leftBy))
    const runs = new Set([...accounts.map(runOf), ...(leftBy === undefined ? [] : [leftBy])])
    const removed: string[] = []
    for (const run of runs)
      removed.push(...(await removeWorkspaces(fixtures, run, highestNumber(accounts, run))))
    const left: string[] = []
    for (const email of accounts) {
      const { response } = await fixtures.api.call(
        'deleteGlobalUser',
        { path: { email } },
        fixtures.admin.token,
      )
      const list = isGone(response.status) ? removed : left
      list.push(`account ${email}`)
    }
    return { removed, left }
  } finally {
    await session.close()
  }
}

const leftover = /^contract-([a-z0-9]{1,12})-(\d+)-[a-z-]*@example\.com$/

function isLeftover(email: string, run: string | undefined): boolean {
  const found = leftover.exec(email)?.[1]
  return found !== undefined && (run === undefined || found === run)
}

function runOf(email: string): string {
  return leftover.exec(email)?.[1] ?? ''
}

function highestNumber(accounts: readonly string[], run: string): number {
  const numbers = accounts.filter((email) => runOf(email) === run).map((email) => leftover.exec(email)?.[2])
  return Math.max(0, ...numbers.map(Number))
}

/** No operation lists the workspaces of an instance: they are found by trying their names. */
async function removeWorkspaces({ api, admin }: Fixtures, run: string, highest: number): Promise<string[]> {
  const removed: string[] = []
  for (let number = 1, last = highest; number <= last + widestGap; number += 1) {
    const workspace = `contract-${run}-${number}`
    const { response } = await api.call('deleteWorkspace', { path: { workspace } }, admin.token)
    if (response.status >= 300) continue
    removed.push(`workspace ${workspace}`)
    last = Math.max(last, number)
  }
  return removed
}

async function listAccounts(fixtures: Fixtures): Promise<string[]> {
  const emails = new Set<string>()
  for (let page = 1; ; page += 1) {
    const found = await readPage(fixtures.api, page, fixtures.admin.token)
    // A server that ignores the page gives the first one for ever.
    if (found.every((email) => emails.has(email))) return [...emails]
    for (const email of found) emails.add(email)
  }
}

async function readPage(api: Api, page: number, token: string): Promise<string[]> {
  const exchange = await api.succeed('listUsersAsSuperAdmin', { query: { page, per_page: 100 } }, token)
  const accounts = parse(exchange)
  if (!Array.isArray(accounts)) throw new SetupProblem('Listing all accounts responses no list.')
  return accounts.map((account) => String(account?.email))
}

function parse({ response }: Exchange): unknown {
  try {
    return JSON.parse(response.text)
  } catch (cause) {
    throw new SetupProblem('Listing all accounts responses something else than JSON.', { cause })
  }
}

function isGone(status: number): boolean {
  return status < 300 || status === 404
}
