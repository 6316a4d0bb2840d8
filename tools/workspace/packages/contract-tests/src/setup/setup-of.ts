import type { Setup } from '../checks/setup.ts'
import type { Fixtures } from '../fixtures.ts'
import type { Inputs, OperationId } from '../generated/operations.ts'

/** How to bring a server into a state in which this operation can succeed. */
export type SetupOf<Id extends OperationId> = Setup<Fixtures, Inputs[Id]>
