import type { Inputs, OperationId } from '../generated/operations.ts'

/** What an operation takes as its body. */
type BodyOf<Id extends OperationId> = Inputs[Id] extends { readonly body: infer Body } ? Body : never

/** A body that breaks the schema of an operation on purpose. All others have to compile. */
export function invalid<Id extends OperationId>(_operation: Id, body: unknown): BodyOf<Id> {
  return body as BodyOf<Id> // what is sent is not what the type says: that is the point
}
