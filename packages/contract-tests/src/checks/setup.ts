import type { Caller } from '../document/caller.ts'
import type { RequestInput } from '../document/operation.ts'
import type { Expectation } from '../expect/holds.ts'
import type { Observe, ObservedExchange } from '../expect/observation.ts'

/** How a token that worked was ended. */
export type TokenEnd = 'logged-out' | 'deleted' | 'expired' | 'password-changed' | 'account-deleted'

/** What has ended for an account: a token, or a role in `workspace` (or on the instance, if undefined). */
export type End =
  | { readonly token: TokenEnd }
  | { readonly caller: Caller; readonly workspace: string | undefined }

/** How to call an operation right after a token or a role has ended. */
export interface FollowUp {
  /** Who has the role that the operation needs, and no more. */
  readonly caller: Caller
  /** Prepares the call, so that nothing else stands between the end and the call. */
  prepare(): Promise<PreparedFollowUp>
}

/** A call that waits for a token or a role to end. */
export interface PreparedFollowUp {
  /** The workspace that the call is about. */
  readonly workspace: string | undefined
  send(token: string): Promise<ObservedExchange>
}

/** An account and what proves that a caller is it. */
export interface Identity {
  readonly email: string
  /** Empty where the account was given by its token alone. */
  readonly password: string
  readonly token: string
}

/** The accounts that a run calls with. */
export interface Accounts<Fixtures> {
  /** The same accounts, in a check that hears of what differs when they are made. */
  observedBy(observe: Observe): Fixtures & Accounts<Fixtures>
  /** The text with every password and token of the run replaced. */
  readonly secrets: { mask(text: string): string }
  /** The account of a caller. `workspace` is the one that the call is about, for whoever was somebody else there before. */
  identity(caller: Exclude<Caller, 'nobody'>, workspace?: string): Promise<Identity>
  /** A token that worked until it was ended in this way. */
  endedToken(how: TokenEnd): Promise<string>
  /** Has an operation called right after each token and role that ends from now on. */
  followEnds(operation: string, followUp: FollowUp): void
  /** The response of an operation right after this end; undefined if it was not called then. */
  followUp(end: End, operation: string): ObservedExchange | undefined
  /** What chance begins with: the same number makes up the same calls. */
  readonly seed: number
}

/** What a setup is set for. */
export interface Occasion<Fixtures> {
  readonly fixtures: Fixtures
  /** Who is going to call. */
  readonly caller: Caller
  /** `refusal`: the call is going to be refused whatever the setup holds, and must change nothing. */
  readonly purpose: 'success' | 'refusal'
}

/** A call that can succeed now, and what its response has to hold beyond what the document can say. */
export type Setting<Input extends RequestInput> = Input & {
  /** Who calls, where it is not the caller as it is: an account or a token that the call uses up. */
  readonly as?: Identity
  /** Such as: the response names its subject. */
  readonly holds?: readonly Expectation[]
}

/**
 * Which members of a call may have any value that their schema allows: `accepted` for those with which it succeeds all the
 * same, else why a server may refuse it, such as "only an invite that exists can be accepted".
 */
export type Varying = Readonly<Record<string, 'accepted' | { readonly unless: string }>>

/** How to bring a server into a state in which one operation can succeed, by the API alone. */
export interface Setup<Fixtures, Input extends RequestInput> {
  /** The members of the body or the query that calls made up by chance vary; the others stay as they are prepared. */
  readonly varying?: Varying
  prepare(occasion: Occasion<Fixtures>): Promise<Setting<Input>>
}
