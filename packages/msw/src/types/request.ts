import type { operations } from '@windmill-user-api/types'

/** The name of an operation, as the document has it. */
export type OperationId = keyof operations

/** The path values of an operation, as MSW reads them. */
export type ParamsOf<Id extends OperationId> = {
  readonly [Name in keyof NonNullable<operations[Id]['parameters']['path']>]: string
}

/** The body of a request, where it is JSON. */
export type RequestBodyOf<Id extends OperationId> = operations[Id] extends {
  requestBody?: { content: { 'application/json': infer Body extends object } }
}
  ? Body
  : never
