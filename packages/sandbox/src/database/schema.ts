import type { Generated, Kysely } from 'kysely'

/** The tables. Times come from the application's clock, never from the database's. */
export interface Schema {
  workspace: WorkspaceTable
  account: AccountTable
  member: MemberTable
  invite: InviteTable
  token: TokenTable
  login_failure: LoginFailureTable
  oauth_flow: OauthFlowTable
  provider_grant: ProviderGrantTable
  segment: SegmentTable
}

/** A connection, or a transaction on one: whoever gets it does not need to know which. */
export type Database = Kysely<Schema>

/** A workspace. Who belongs to it stands in `member`. */
export interface WorkspaceTable {
  readonly id: string
  readonly name: string
  /** The e-mail of who made it. */
  readonly owner: string
  readonly domain: string | null
}

/** Somebody who can log in. */
export interface AccountTable {
  /** In lower case. */
  readonly email: string
  /** Argon2id as a PHC string; none where another login type lets people in. */
  readonly password_hash: string | null
  readonly login_type: string
  readonly super_admin: boolean
  readonly verified: boolean
  readonly name: string | null
  readonly company: string | null
  readonly created_at: Date
}

/** A membership. Its e-mail needs no account: `createUser` may come before it. */
export interface MemberTable {
  readonly workspace_id: string
  readonly username: string
  readonly email: string
  readonly is_admin: boolean
  readonly operator: Generated<boolean>
  readonly disabled: Generated<boolean>
  readonly created_at: Date
}

/** An offer of a membership. Its e-mail needs no account. */
export interface InviteTable {
  readonly workspace_id: string
  readonly email: string
  readonly is_admin: boolean
}

/** Credentials, of a login or of `createToken`. */
export interface TokenTable {
  /** SHA-256 of the token, in hexadecimal. The token itself is stored nowhere. */
  readonly hash: string
  readonly prefix: string
  readonly email: string
  readonly label: string | null
  /** Made by a login, not by `createToken`: its label alone does not tell. */
  readonly session: boolean
  readonly expiration: Date | null
  readonly created_at: Date
  readonly last_used_at: Date
}

/** A login that failed, as long as it counts. */
export interface LoginFailureTable {
  /** SHA-256 of the e-mail in lower case, which may be any text of any length. */
  readonly email_hash: string
  readonly failed_at: Date
}

/** A login that went off to a provider and has not come back. */
export interface OauthFlowTable {
  readonly state_hash: string
  readonly client_name: string
  readonly code_verifier: string
  readonly started_at: Date
}

/** What the built-in provider has handed out: a code, then an access token. */
export interface ProviderGrantTable {
  readonly hash: string
  readonly kind: 'code' | 'access_token'
  readonly email: string
  readonly code_challenge: string | null
  readonly redirect_uri: string | null
  readonly granted_at: Date
}

/** How many rows of a list come one after the other. Triggers keep it. */
export interface SegmentTable {
  readonly list: 'account' | 'workspace'
  /** Where it begins, which the next one ends. */
  readonly lowest: string
  readonly size: number
}
