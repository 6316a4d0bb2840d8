import { type Listing, readList, readObject } from '../suite/compare.ts'
import type { JsonObject } from '../suite/operation.ts'
import type { Identity } from '../suite/stage.ts'
import type { World } from './world.ts'

/** What a story looks at to see what a write has done. Each throws a `Mismatch` of the rule `stage` where it is refused. */
export const views = {
  /** The tokens of an account. */
  async tokens({ api }: World, { token }: Identity): Promise<Listing> {
    return readList(await api.succeed('listTokens', {}, token))
  },
  /** The invites of an account. */
  async invites({ api }: World, { token }: Identity): Promise<Listing> {
    return readList(await api.succeed('listWorkspaceInvites', {}, token))
  },
  /** The members of a workspace, as the super admin of the run sees them. */
  async members({ api, admin }: World, workspace: string): Promise<Listing> {
    return readList(await api.succeed('listUsers', { path: { workspace } }, admin.token))
  },
  /** The usernames of a workspace, each as the `value` of an item. */
  async usernames({ api, admin }: World, workspace: string): Promise<Listing> {
    return readList(await api.succeed('listUsernames', { path: { workspace } }, admin.token))
  },
  /** The invites to a workspace that nobody has answered. */
  async pendingInvites({ api, admin }: World, workspace: string): Promise<Listing> {
    return readList(await api.succeed('listPendingInvites', { path: { workspace } }, admin.token))
  },
  /** An account as it sees itself. */
  async account({ api }: World, { token }: Identity): Promise<JsonObject> {
    return readObject(await api.succeed('globalWhoami', {}, token))
  },
} as const
