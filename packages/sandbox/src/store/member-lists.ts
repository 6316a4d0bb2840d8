import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Database } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import { type Member, selectMembers } from './members.ts'
import { shared } from './together.ts'
import { versionOfMembers } from './workspaces.ts'

/** The members of a workspace at one moment. */
export interface MemberList {
  /** By username. */
  readonly members: readonly Member[]
  /** Changes with every change of a member: see `versionOfMembers`. None where there is no such workspace. */
  readonly version: string | undefined
}

/** Reads all members of a workspace. Those who ask at the same time get the same list. */
export async function readMembers(database: Database, workspace: string): Promise<MemberList> {
  return (await readTogether(database, { workspace })) ?? { members: [], version: undefined }
}

const readTogether = shared(async (database, values: { readonly workspace: string }): Promise<MemberList> => {
  const [row] = await selectList(database, values)
  const members = (row?.members ?? []).map((member) => ({
    ...member,
    created_at: new Date(member.created_at),
  }))
  return { members, version: row?.version ?? undefined }
})

// One value of JSON: a hundred rows take longer to be taken apart than to be found.
const selectList = statement((database, { workspace }: { readonly workspace: string }) =>
  database.selectNoFrom(({ selectFrom }) => [
    jsonArrayFrom(selectMembers(database, workspace).orderBy('member.username')).as('members'),
    selectFrom('workspace')
      .where('workspace.id', '=', workspace)
      .select(versionOfMembers.as('version'))
      .as('version'),
  ]),
)

/** Characters of texts that are kept for one database. */
const mostKept = 4_000_000

/** A longer text takes so long to be sent that making it again hardly matters. */
const longestKept = 1_000_000

interface Kept {
  readonly version: string
  readonly text: string
}

/**
 * Keeps what was made of the members of a workspace until one of them changes. The database is still asked each time, by whoever knows the
 * version: a text of another version is never returned, whichever process has made the change.
 */
export function textOfMembers(make: (members: readonly Member[]) => string) {
  const texts = new WeakMap<Database, Map<string, Kept>>()
  return async (database: Database, workspace: string, version: string): Promise<string> => {
    const kept = texts.get(database) ?? new Map<string, Kept>()
    texts.set(database, kept)
    const known = kept.get(workspace)
    if (known?.version === version) return known.text
    const list = await readMembers(database, workspace)
    const text = make(list.members)
    kept.delete(workspace)
    if (list.version !== undefined && text.length <= longestKept) {
      kept.set(workspace, { version: list.version, text })
      forgetOldest(kept)
    }
    return text
  }
}

function forgetOldest(kept: Map<string, Kept>): void {
  let length = [...kept.values()].reduce((sum, { text }) => sum + text.length, 0)
  for (const [workspace, { text }] of kept) {
    if (length <= mostKept) return
    kept.delete(workspace)
    length -= text.length
  }
}
