/** A moment: a `Date`, or its text with an offset (RFC 3339), such as `2026-11-04T10:15:00Z`. */
export type SeedTime = Date | string

/**
 * A state to begin with, as a value or in a file (`seed.schema.json` describes it). Times that are left out are those of the
 * start.
 */
export interface Seed {
  /** One of them at least is a super admin. */
  readonly accounts: readonly SeedAccount[]
  /** Default: none. */
  readonly workspaces?: readonly SeedWorkspace[]
  /** Each workspace needs one who is an admin of it. Default: none. */
  readonly members?: readonly SeedMember[]
  /** Default: none. */
  readonly invites?: readonly SeedInvite[]
  /** Default: none. */
  readonly tokens?: readonly SeedToken[]
}

/** A seed that leaves no list out, so that another one may be made of its lists. */
export type SeedWorld = Required<Seed>

/** A world whose passwords are known. */
export interface KnownWorld extends SeedWorld {
  readonly accounts: readonly (SeedAccount & { readonly password: string })[]
}

/** How far the start of a sandbox is with the passwords of its seed. */
export interface SeedProgress {
  readonly hashed: number
  /** Without those that the seed brings along as `passwordHash`. */
  readonly total: number
}

/** Somebody who can log in. */
export interface SeedAccount {
  readonly email: string
  /** In plain text: it is stored as Argon2id. An account has either this or `passwordHash`. */
  readonly password?: string
  /** Its Argon2id hash, as a PHC string (`$argon2id$v=19$m=4096,t=3,p=1$…`): nothing has to be hashed at the start. */
  readonly passwordHash?: string
  readonly superAdmin?: boolean
  readonly name?: string | null
  readonly company?: string | null
  readonly createdAt?: SeedTime
}

/** A workspace, without its members. */
export interface SeedWorkspace {
  readonly id: string
  readonly name: string
  /** The e-mail of the account that made it. Default: that of its first admin. */
  readonly owner?: string
}

/** A membership. Its e-mail needs no account. */
export interface SeedMember {
  readonly workspace: string
  readonly email: string
  readonly username: string
  readonly isAdmin?: boolean
  readonly createdAt?: SeedTime
}

/** An invite that waits for an answer. */
export interface SeedInvite {
  readonly workspace: string
  readonly email: string
  readonly isAdmin?: boolean
}

/** A token as `createToken` makes it. */
export interface SeedToken {
  /** The whole token: at least 30 letters and digits. */
  readonly token: string
  readonly email: string
  readonly label?: string | null
  /** Later than the start. Default: it never ends. */
  readonly expiration?: SeedTime | null
  readonly createdAt?: SeedTime
  readonly lastUsedAt?: SeedTime
}
