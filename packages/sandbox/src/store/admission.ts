import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'
import type { AccountTable, Database, Schema } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import type { Member } from './members.ts'
import { together } from './together.ts'
import { noteUse } from './token-uses.ts'
import { versionOfMembers } from './workspaces.ts'

/** Somebody's account, without what nobody needs who has a token. */
export type CallingAccount = Omit<Selectable<AccountTable>, 'password_hash'>

/** What the database says about a token, and about its owner in a workspace. */
export interface Admission {
  readonly account: CallingAccount
  /** None without a membership in the workspace that was asked for. */
  readonly member: Member | undefined
  /** Of the workspace's members, see `listMembers`. None where there is no such workspace. */
  readonly version: string | undefined
}

interface Question {
  readonly hash: string
  /** Null asks for no workspace. */
  readonly workspace: string | null
}

/**
 * Whose token this is and what they are in a workspace, in one statement. Notes that the token was used now.
 *
 * @returns Undefined where the token is worth nothing.
 */
export async function useToken(
  database: Database,
  question: Question,
  now: Date,
): Promise<Admission | undefined> {
  const found = await findTogether(database, JSON.stringify(question))
  if (!found) return undefined
  const expiration = found.expiration === null ? undefined : new Date(found.expiration)
  if (expiration && expiration <= now) return undefined
  noteUse(database, { hash: question.hash, lastUsed: new Date(found.last_used_at), now })
  return admissionOf(found, question)
}

/** A row, or its JSON: times may be texts. */
interface Found {
  readonly email: string
  readonly login_type: string
  readonly super_admin: boolean
  readonly verified: boolean
  readonly name: string | null
  readonly company: string | null
  readonly created_at: Date | string
  readonly last_used_at: Date | string
  readonly expiration: Date | string | null
  readonly version: string | null
  readonly username: string | null
  readonly is_admin: boolean | null
  readonly operator: boolean | null
  readonly disabled: boolean | null
  readonly member_since: Date | string | null
}

const findTogether = together(async (database, keys: readonly string[]): Promise<Map<string, Found>> => {
  const [only] = keys
  if (only !== undefined && keys.length === 1) {
    // A row takes half as long as one in JSON.
    const question: Question = JSON.parse(only)
    const [row] = await findOne(database, question)
    return new Map<string, Found>(row ? [[only, row]] : [])
  }
  const questions = JSON.stringify(keys.map((key, place) => ({ ...JSON.parse(key), place })))
  const [answer] = await findAll(database, { questions })
  return new Map((answer?.found ?? []).map((each) => [keys[each.place] ?? '', each]))
})

const findOne = statement((database, { hash, workspace }: Question) =>
  lookUp(database, sql.val(hash), sql.val(workspace)),
)

// As one value of JSON, both ways: many parameters and rows take longer to be packed and unpacked than to be looked up. Each look-up is
// limited to its one row, so that PostgreSQL goes by the indexes, whatever it thinks of the number of questions.
const findAll = statement((database, { questions }: { readonly questions: string }) =>
  database
    .selectFrom(
      sql<Question & { place: number }>`json_to_recordset(${questions}::json)`.as<'question'>(
        sql`question(hash text, workspace text, place int)`,
      ),
    )
    .innerJoinLateral(
      lookUp(database, sql<string>`question.hash`, sql<string | null>`question.workspace`)
        .select(sql<number>`question.place`.as('place'))
        .limit(1)
        .as('found'),
      (join) => join.onTrue(),
    )
    .select(sql<(Found & { place: number })[] | null>`json_agg(found)`.as('found')),
)

function lookUp(database: Kysely<Schema>, hash: RawBuilder<string>, workspace: RawBuilder<string | null>) {
  return database
    .selectFrom('token')
    .innerJoin('account', 'account.email', 'token.email')
    .leftJoin('workspace', (join) => join.on('workspace.id', '=', workspace))
    .leftJoin('member', (join) =>
      join.onRef('member.workspace_id', '=', 'workspace.id').onRef('member.email', '=', 'account.email'),
    )
    .where('token.hash', '=', hash)
    .select([
      'account.email',
      'account.login_type',
      'account.super_admin',
      'account.verified',
      'account.name',
      'account.company',
      'account.created_at',
      'token.last_used_at',
      'token.expiration',
      'member.username',
      'member.is_admin',
      'member.operator',
      'member.disabled',
      'member.created_at as member_since',
      versionOfMembers.as('version'),
    ])
}

function admissionOf(found: Found, { workspace }: Question): Admission {
  const { email, login_type, super_admin, verified, name, company, username, member_since, version } = found
  const account = {
    email,
    login_type,
    super_admin,
    verified,
    name,
    company,
    created_at: new Date(found.created_at),
  }
  if (workspace === null || username === null || member_since === null)
    return { account, member: undefined, version: version ?? undefined }
  const member = {
    workspace_id: workspace,
    username,
    email,
    is_admin: found.is_admin ?? false,
    operator: found.operator ?? false,
    disabled: found.disabled ?? false,
    created_at: new Date(member_since),
    super_admin,
  }
  return { account, member, version: version ?? undefined }
}
