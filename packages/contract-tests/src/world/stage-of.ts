import type { Inputs, OperationId } from '../generated/operations.ts'
import type { Stage } from '../suite/stage.ts'
import type { World } from './world.ts'

/** How to bring a server into a state in which this operation can succeed. */
export type StageOf<Id extends OperationId> = Stage<World, Inputs[Id]>
