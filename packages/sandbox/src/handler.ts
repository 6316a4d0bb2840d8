import type { Database } from './database/schema.ts'
import type { Inputs, OperationId, Outputs, operations } from './generated/document/operations.ts'
import type { OauthClients } from './oauth/client.ts'
import type { Clock, Random } from './ports.ts'
import type { Admission, CallingAccount } from './store/admission.ts'
import type { Question } from './store/look.ts'
import type { Member } from './store/members.ts'

/** What every handler may use. */
export interface Context {
  readonly database: Database
  readonly clock: Clock
  readonly random: Random
  readonly oauthClients: OauthClients
  /** Whether people reach the server by https, so that cookies may be kept to it. */
  readonly https: boolean
  /** Where its own pages come from, such as `https://users.example.com`. */
  readonly publicOrigin: string
}

/** An account that has shown a valid token. */
export interface Caller {
  readonly account: CallingAccount
  readonly tokenHash: string
}

/** The same, in a workspace that exists and that it may enter. */
export interface WorkspaceCaller extends Caller {
  /** None for a super admin who does not belong to it. */
  readonly member: Member | undefined
  /** Of the workspace's members: see `textOfMembers`. */
  readonly version: string
}

interface CallerOfRole {
  readonly anonymous: undefined
  readonly user: Caller
  readonly member: WorkspaceCaller
  readonly 'workspace-admin': WorkspaceCaller
  readonly 'super-admin': Caller
}

/** One valid call by somebody who may make it. */
export interface Call<Id extends OperationId> {
  readonly input: Inputs[Id]
  readonly caller: CallerOfRole[(typeof operations)[Id]['role']]
  readonly cookies: ReadonlyMap<string, string>
  readonly context: Context
}

/** What the browser of whoever calls keeps for a time. */
export interface Cookie {
  readonly name: string
  readonly value: string
  readonly seconds: number
}

/** What the operation answers on success. Its status and media type stand in the document. */
export type Answer<Id extends OperationId> = {
  readonly cookie?: Cookie
  /** Whether the body shows a secret: nobody may keep it. */
  readonly isSecret?: boolean
  /** Where the browser goes next. */
  readonly location?: string
} & (
  | { readonly body: Outputs[Id] }
  | { /** The body as JSON, where it is known already. */ readonly json: string }
)

/** The rules of one operation, without any HTTP. It throws a `Refusal` where it does not succeed. */
export type Handler<Id extends OperationId> = (call: Call<Id>) => Promise<Answer<Id>>

/** A valid call by somebody who has shown a token. What that is worth is not known yet. */
export interface EarlyCall<Id extends OperationId> {
  /** SHA-256 of the token, in hexadecimal. */
  readonly tokenHash: string
  readonly input: Inputs[Id]
  readonly context: Context
}

/** An operation that can do its work in the statement that says who calls. */
export interface Writing<Id extends OperationId> {
  /** Undefined where it has not, for whatever reason: then nothing has happened, and the handler is asked. */
  attempt(call: EarlyCall<Id>): Promise<Answer<Id> | undefined>
  readonly handler: Handler<Id>
}

/** Of those that anybody with a token may call: it looks at no role. */
export type WritingOf<Id extends OperationId> = (typeof operations)[Id]['role'] extends 'user'
  ? Writing<Id>
  : never

/** A call of which the caller is not known yet. */
export interface ReadingCall<Id extends OperationId> {
  readonly database: Database
  readonly question: Question
  readonly input: Inputs[Id]
  readonly now: Date
}

/** Who calls, and what they get if they have the role of the operation. */
export interface Read<Id extends OperationId> extends Admission {
  present(): Answer<Id>
}

/** An operation that reads what it shows in the statement that says who calls. Undefined where the token is worth nothing. */
export interface Reading<Id extends OperationId> {
  read(call: ReadingCall<Id>): Promise<Read<Id> | undefined>
}
