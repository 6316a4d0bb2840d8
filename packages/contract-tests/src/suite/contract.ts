import type { OperationFacts, RequestInput, SecurityScheme } from './operation.ts'
import type { Rule } from './rule.ts'
import type { Scene } from './scene.ts'
import type { Actor, Stage } from './stage.ts'

/** One thing that must be true of an operation. */
export interface Check {
  readonly rule: Rule
  /** Says what must be true: `answers 401 to a call without credentials`. */
  readonly title: string
  /** Runs when all others have ended. */
  readonly last?: true
  /** Throws a `Mismatch` where it is not. */
  readonly run: (scene: Scene) => Promise<void>
}

/** All that is held of one operation. */
export interface Contract<World> {
  readonly operation: OperationFacts
  /** Who has the role that the operation needs, and no more. */
  readonly actor: Actor
  /** How a call proves who sends it unless a check says otherwise. */
  readonly scheme: SecurityScheme | undefined
  readonly stage: Stage<World, RequestInput>
  readonly checks: readonly Check[]
}

/** The parts of a contract that a generated file states. */
export interface ContractFacts<World> {
  readonly operation: OperationFacts
  readonly actor: Actor
  readonly scheme: SecurityScheme | undefined
  readonly stage: Stage<World, RequestInput>
}

/** Adds a check to a contract. */
export type AddCheck = (rule: Rule, title: string, run: Check['run']) => void
