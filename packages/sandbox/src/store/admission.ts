import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'
import type { AccountTable, Database, Schema } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import type { Given, Look, Question } from './look.ts'
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

/** What the database says, and what was looked for. */
export interface AdmissionWith<Row> extends Admission {
  /** Nothing for a caller without the role. */
  readonly shown: readonly Row[]
}

/**
 * Makes what asks whose token this is, what they are in a workspace, and what an operation shows, in one statement for all who ask at a time.
 * It notes that the token was used now, and resolves to undefined where the token is worth nothing.
 */
export function admissionWith<Values extends object, Row>(look: Look<Values, Row>) {
  const findTogether = findingTogether(look)
  return async (
    database: Database,
    question: Question & Values,
    now: Date,
  ): Promise<AdmissionWith<Row> | undefined> => {
    const found = await findTogether(database, JSON.stringify(question))
    if (!found) return undefined
    const expiration = found.expiration === null ? undefined : new Date(found.expiration)
    if (expiration && expiration <= now) return undefined
    noteUse(database, { hash: question.hash, lastUsed: new Date(found.last_used_at), now })
    return { ...admissionOf(found, question), shown: found.shown ?? [] }
  }
}

/** The same where the operation shows nothing but who calls, or reads it later. */
export const useToken = admissionWith<object, never>({
  role: 'user',
  values: {},
  select: () => sql<never[]>`null::json`,
})

/** A row, or its JSON: times may be texts. */
interface Found<Row> {
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
  readonly shown: readonly Row[] | null
}

function findingTogether<Values extends object, Row>(look: Look<Values, Row>) {
  type Asked = Question & Values
  const findOne = statement((database, asked: Asked) =>
    lookUp(database, look, (name) => sql<never>`${asked[name]}`),
  )
  const findAll = statement((database, { questions }: { readonly questions: string }) =>
    lookUpAll(database, look, sql.val(questions)),
  )
  return together(async (database, keys: readonly string[]): Promise<Map<string, Found<Row>>> => {
    const [only] = keys
    if (only !== undefined && keys.length === 1) {
      // A row takes half as long as one in JSON.
      const [row] = await findOne(database, JSON.parse(only))
      return new Map<string, Found<Row>>(row ? [[only, row]] : [])
    }
    const questions = JSON.stringify(keys.map((key, place) => ({ ...JSON.parse(key), place })))
    const [answer] = await findAll(database, { questions })
    return new Map((answer?.found ?? []).map((each) => [keys[each.place] ?? '', each]))
  })
}

// As one value of JSON, both ways: many parameters and rows take longer to be packed and unpacked than to be looked up. Each look-up is
// limited to its one row, so that PostgreSQL goes by the indexes, whatever it thinks of the number of questions.
function lookUpAll<Values extends object, Row>(
  database: Kysely<Schema>,
  look: Look<Values, Row>,
  questions: RawBuilder<string>,
) {
  const columns = Object.entries({ hash: 'text', workspace: 'text', place: 'int', ...look.values })
  const definition = columns.map(([name, type]) => `${name} ${type}`).join(', ')
  return database
    .selectFrom(
      sql<{ place: number }>`json_to_recordset(${questions}::json)`.as<'question'>(
        sql.raw(`question(${definition})`),
      ),
    )
    .innerJoinLateral(
      lookUp(database, look, (name) => sql.raw<never>(`question.${name}`))
        .select(sql<number>`question.place`.as('place'))
        .limit(1)
        .as('found'),
      (join) => join.onTrue(),
    )
    .select(sql<(Found<Row> & { place: number })[] | null>`json_agg(found)`.as('found'))
}

/** What each role is in the row of a caller. */
const conditions: Readonly<Record<Look<object, unknown>['role'], RawBuilder<boolean>>> = {
  user: sql`true`,
  member: sql`account.super_admin or member.username is not null`,
  'workspace-admin': sql`account.super_admin or member.is_admin`,
  'super-admin': sql`account.super_admin`,
}

function lookUp<Values extends object, Row>(
  database: Kysely<Schema>,
  { role, select }: Look<Values, Row>,
  given: Given<Values & Question>,
) {
  const shown = sql<readonly Row[] | null>`case when ${conditions[role]} then ${select(database, given)} end`
  return database
    .selectFrom('token')
    .innerJoin('account', 'account.email', 'token.email')
    .leftJoin('workspace', (join) => join.on('workspace.id', '=', given('workspace')))
    .leftJoin('member', (join) =>
      join.onRef('member.workspace_id', '=', 'workspace.id').onRef('member.email', '=', 'account.email'),
    )
    .where('token.hash', '=', given('hash'))
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
      shown.as('shown'),
    ])
}

function admissionOf(found: Found<unknown>, { workspace }: Question): Admission {
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
