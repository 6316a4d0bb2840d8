/** A state to begin with. Times that are left out are those of the start. */
export interface SeedWorld {
  readonly accounts: readonly SeedAccount[]
  readonly workspaces: readonly SeedWorkspace[]
  readonly members: readonly SeedMember[]
  readonly invites: readonly SeedInvite[]
  readonly tokens: readonly SeedToken[]
}

/** Somebody who can log in. */
export interface SeedAccount {
  readonly email: string
  /** In plain text: it is stored as Argon2id. */
  readonly password: string
  readonly superAdmin?: boolean
  readonly name?: string
  readonly company?: string
  readonly createdAt?: Date
}

/** A workspace, without its members. */
export interface SeedWorkspace {
  readonly id: string
  readonly name: string
  /** The e-mail of who made it. */
  readonly owner: string
}

/** A membership. Its e-mail needs no account. */
export interface SeedMember {
  readonly workspace: string
  readonly email: string
  readonly username: string
  readonly isAdmin?: boolean
  readonly createdAt?: Date
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
  readonly label?: string
  readonly expiration?: Date
  readonly createdAt?: Date
  readonly lastUsedAt?: Date
}
