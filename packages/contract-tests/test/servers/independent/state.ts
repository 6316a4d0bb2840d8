import { randomBytes } from 'node:crypto'
import { admin } from '../zoo-server.ts'

/** An account. Without a password it logs in at the provider. */
export interface Account {
  readonly email: string
  /** The e-mail as it is shown. */
  readonly shownEmail: string
  password: string | undefined
  readonly loginType: string
  superAdmin: boolean
  readonly name: string | null
  readonly company: string | null
  readonly createdAt: Date
}

export interface Token {
  readonly secret: string
  readonly email: string
  readonly label: string | null
  readonly isSession: boolean
  readonly expiration: Date | undefined
  readonly createdAt: Date
  lastUsedAt: Date
}

/** Who calls. */
export interface Caller {
  readonly account: Account
  readonly token: Token
}

export interface Member {
  readonly workspace: string
  readonly email: string
  readonly username: string
  isAdmin: boolean
  readonly createdAt: Date
}

export interface Workspace {
  readonly id: string
  readonly name: string
  /** The e-mail of whoever created it. */
  readonly owner: string
  readonly domain: string | null
}

export interface Invite {
  readonly workspace: string
  readonly email: string
  readonly isAdmin: boolean
}

/** A login that has begun at the provider. */
export interface OauthFlow {
  readonly state: string
  readonly startedAt: Date
}

/** Everything that a server knows, in memory. */
export interface State {
  readonly accounts: Map<string, Account>
  readonly tokens: Map<string, Token>
  readonly workspaces: Map<string, Workspace>
  members: Member[]
  invites: Invite[]
  readonly failedLogins: Map<string, readonly Date[]>
  readonly flows: Map<string, OauthFlow>
  /** The e-mail for which the provider has handed out a code. */
  readonly codes: Map<string, string>
}

/** The initial data: a super admin who owns two workspaces. */
export function createState(): State {
  const createdAt = new Date()
  const first: Account = {
    ...{ email: admin.email, shownEmail: admin.email, password: admin.password, loginType: 'password' },
    ...{ superAdmin: true, name: 'Admin', company: 'Windmill', createdAt },
  }
  const workspaces = ['Starter', 'Demo'].map((name) => ({
    ...{ id: name.toLowerCase(), name, owner: admin.email, domain: null },
  }))
  const members = workspaces.map(({ id: workspace }) => ({
    ...{ workspace, email: admin.email, username: 'admin', isAdmin: true, createdAt },
  }))
  return {
    accounts: new Map([[first.email, first]]),
    tokens: new Map(),
    workspaces: new Map(workspaces.map((each) => [each.id, each])),
    members,
    invites: [],
    failedLogins: new Map(),
    flows: new Map(),
    codes: new Map(),
  }
}

/** 48 hexadecimal digits: letters and digits alone, as a token has to have. */
export function makeSecret(): string {
  return randomBytes(24).toString('hex')
}

/** The part of a token that may be shown. */
export function prefixOf(token: Token): string {
  return token.secret.slice(0, 10)
}

/** Makes a token for an account. */
export function issueToken(state: State, token: Omit<Token, 'secret' | 'createdAt' | 'lastUsedAt'>): Token {
  const now = new Date()
  const issued = { ...token, secret: makeSecret(), createdAt: now, lastUsedAt: now }
  state.tokens.set(issued.secret, issued)
  return issued
}

/** Orders texts by code point. */
export function byText<Item>(textOf: (item: Item) => string): (one: Item, other: Item) => number {
  return (one, other) => (textOf(one) < textOf(other) ? -1 : textOf(one) > textOf(other) ? 1 : 0)
}
