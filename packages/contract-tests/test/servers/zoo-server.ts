/** How bad a difference is: the order in which findings are listed. */
export type Severity = 'security' | 'data' | 'client' | 'wording'

/** One difference from the contract, as a run has to report it. */
export interface ExpectedFinding {
  /** The operations that differ, or `*` where it is another one every time. */
  readonly operations: readonly string[]
  /** The rule that is broken, such as `role-refused`. */
  readonly rule: string
  /** What differs: `status`, `header <Name>`, `body`, `body /json/pointer`, `connection` or a read-back. */
  readonly observation: string
  readonly expected: string
  readonly actual: string
}

/** An account that is given to a run, by password or by token. */
export type GivenAccount =
  | { readonly email: string; readonly password: string }
  | { readonly email: string; readonly token: string }

/** A server that listens on a loopback port. */
export interface RunningServer {
  /** Where its API is, such as `http://127.0.0.1:41234/api`. */
  readonly baseUrl: string
  /** The super admin of its initial data. */
  readonly admin: { readonly email: string; readonly password: string }
  /** Accounts by role, for a server that cannot create any. */
  readonly accounts?: Readonly<Record<string, GivenAccount>>
  /** Ends the server and all its connections. */
  close(): Promise<void>
}

/** A server as somebody else might have written it, and what a run has to say about it. */
export interface ZooServer {
  /** Unique in the zoo, in kebab case. */
  readonly name: string
  /** What the server does, in one sentence. */
  readonly summary: string
  /** Starts a fresh one, with its initial data alone. */
  start(): Promise<RunningServer>
  /** Every difference from the contract, once each, and nothing else. */
  readonly findings: readonly ExpectedFinding[]
  /** Why the run cannot begin, where it cannot. */
  readonly problem?: RegExp
  /** The exit status of a run as `admin`, or with `implements` and `accounts`. 2: the run cannot begin or go on. */
  readonly exitStatus: 0 | 1 | 2
  /** The operations that the server has, where it does not have all. */
  readonly implements?: readonly string[]
  /** Whether accounts or workspaces of a run remain, because the server does not remove them. */
  readonly keeps?: boolean
}

/** The super admin of the initial data (contract, "Initial data"). */
export const admin = { email: 'admin@windmill.dev', password: 'changeme' }
