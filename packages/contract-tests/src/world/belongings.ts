import { Mismatch } from '../errors.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Api } from './api.ts'

/** What a run made, or meant to make, and has to remove. */
export interface Belongings {
  workspace(id: string): void
  account(email: string): void
  /** Removes everything, also what a faulty server made of a call that it refused. Names what is left. */
  remove(adminToken: string): Promise<readonly string[]>
}

/** Nothing yet. */
export function createBelongings(api: Api): Belongings {
  const workspaces = new Set<string>()
  const accounts = new Set<string>()

  async function removeAll(adminToken: string): Promise<string[]> {
    const left: string[] = []
    // Workspaces first: the only admin of a workspace cannot be deleted.
    for (const workspace of workspaces) {
      const isGone = await removed(() => api.call('deleteWorkspace', { path: { workspace } }, adminToken))
      if (!isGone) left.push(`workspace ${workspace}`)
    }
    for (const email of accounts) {
      const isGone = await removed(() => api.call('deleteGlobalUser', { path: { email } }, adminToken))
      if (!isGone) left.push(`account ${email}`)
    }
    return left
  }

  return {
    workspace: (id) => void workspaces.add(id),
    account: (email) => void accounts.add(email),
    async remove(adminToken) {
      const left = await removeAll(adminToken)
      workspaces.clear()
      accounts.clear()
      return left
    },
  }
}

async function removed(remove: () => Promise<Exchange>): Promise<boolean> {
  try {
    const { status } = (await remove()).answer
    return status < 300 || status === 404
  } catch (error) {
    // A server that does not answer any more still has it.
    if (error instanceof Mismatch) return false
    throw error
  }
}
