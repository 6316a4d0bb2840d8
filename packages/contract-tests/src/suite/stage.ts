import type { Exchange } from '../http/exchange.ts'
import type { RequestInput } from './operation.ts'

/** Who calls. Each is an identity of its own, made for the run. */
export type Actor =
  /** No credentials at all. */
  | 'nobody'
  /** An ordinary account that is member of no workspace. */
  | 'user'
  /** A member without admin rights of every workspace that a stage makes. */
  | 'member'
  /** An admin of every workspace that a stage makes. */
  | 'workspace-admin'
  /** An admin of a workspace that no stage uses. */
  | 'outsider'
  /** A super admin that is member of no workspace. */
  | 'super-admin'

/** An account and what proves that a caller is it. */
export interface Identity {
  readonly email: string
  readonly password: string
  readonly token: string
}

/** The accounts that a run calls with. */
export interface Cast {
  /** The text with every password and token of the run replaced. */
  readonly secrets: { mask(text: string): string }
  identity(actor: Exclude<Actor, 'nobody'>): Promise<Identity>
  /** A token that worked until it was ended in this way. */
  endedToken(how: 'logged-out' | 'deleted'): Promise<string>
}

/** What a stage is set for. */
export interface Occasion<World> {
  readonly world: World
  /** Who is going to call. */
  readonly actor: Actor
  /** `refusal`: the call is going to be refused whatever the stage holds, and must change nothing. */
  readonly purpose: 'success' | 'refusal'
}

/** A call that can succeed now, and what its answer has to hold beyond what the document can say. */
export type Setting<Input extends RequestInput> = Input & {
  /** Who calls, where it is not the actor as it is: an account or a token that the call uses up. */
  readonly caller?: Identity
  /** Such as: the answer names its subject. */
  readonly holds?: readonly Expectation[]
}

/** Throws a `Mismatch` where the answer is not as expected. */
export type Expectation = (exchange: Exchange) => void

/** How to bring a server into a state in which one operation can succeed, by the API alone. */
export interface Stage<World, Input extends RequestInput> {
  prepare(occasion: Occasion<World>): Promise<Setting<Input>>
}
