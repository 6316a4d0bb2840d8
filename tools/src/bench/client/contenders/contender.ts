/** Where a client shall call, and with what. */
export interface Connection {
  readonly baseUrl: string
  /** The token of the moment: a client that takes a function gets this one. */
  readonly token: () => Promise<string>
  /** Gets a new token: for a client that knows when it needs one. */
  readonly refresh: () => Promise<string>
}

/** The same calls, each as its client writes it: with all that it offers, and nothing that a user would have to build himself. */
export interface Calls {
  /** `GET /users/whoami`: JSON. */
  account(): Promise<unknown>
  /** `GET /users/email`: text. */
  email(): Promise<unknown>
  /** `DELETE` of something that the last segment of its path names. */
  remove(name: string): Promise<unknown>
  /** `POST` with a secret in its body. */
  logIn(password: string): Promise<unknown>
  /** `account`, within so many milliseconds, where the client has a limit of its own. */
  limited?(milliseconds: number): Promise<unknown>
}

/** A client as its user meets it. */
export interface Contender {
  connect(connection: Connection): Calls
  /** Of a client that resolves to failures too: whether this is one. */
  isFailure?(result: unknown): boolean
  /** Of a client that resolves to more than the body: the body. */
  bodyOf?(result: unknown): unknown
}

/** A member of something that is not typed. */
export function member(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined
}
