import type { Setup } from '../checks/setup.ts'
import type { RequestInput } from '../document/operation.ts'
import type { Fixtures } from '../fixtures.ts'
import { type OperationId, operations } from '../generated/operations.ts'
import { fromExamples } from './from-examples.ts'
import type { SetupOf } from './setup-of.ts'

/** The setups that are written by hand, by operation. */
const handWritten: { readonly [Id in OperationId]?: SetupOf<Id> } = {}

type AnySetup = Setup<Fixtures, RequestInput>

/** The setup of every operation: the one that is written by hand, or one of the examples of the document. */
export const setups: Readonly<Record<OperationId, AnySetup>> = setupsOf(
  Object.values(operations).map(({ id }) => id),
)

function setupsOf(ids: readonly OperationId[]): Readonly<Record<OperationId, AnySetup>> {
  const written = new Map<string, AnySetup>(Object.entries(handWritten))
  // Each id is there, because the list is that of all of them.
  return Object.fromEntries(ids.map((id) => [id, written.get(id) ?? fromExamples(id)])) as Record<
    OperationId,
    AnySetup
  >
}
