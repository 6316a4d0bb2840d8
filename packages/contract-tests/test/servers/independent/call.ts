import type { Body } from './body.ts'
import type { Policy } from './policy.ts'
import type { Reply } from './reply.ts'
import type { Account, Member, State, Token } from './state.ts'

/** A valid request that needs no credentials. */
export interface OpenCall {
  readonly state: State
  readonly policy: Policy
  /** Where the API is, as the client calls it. */
  readonly baseUrl: string
  readonly path: Readonly<Record<string, string>>
  readonly query: ReadonlyMap<string, readonly string[]>
  readonly cookies: ReadonlyMap<string, string>
  readonly body: Body
}

/** A valid request by somebody who may make it. */
export interface Call extends OpenCall {
  readonly account: Account
  readonly token: Token
  /** The caller's membership of the workspace of the path. None for a super admin who is not a member. */
  readonly member: Member | undefined
}

/** What an operation does with a call. It throws a `Refusal` where it does not succeed. */
export type Handler<Of extends OpenCall = Call> = (call: Of) => Reply

/** A value of the path; empty where the path has none of this name. */
export function pathValue({ path }: OpenCall, name: string): string {
  return path[name] ?? ''
}
