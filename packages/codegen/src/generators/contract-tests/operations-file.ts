import type { DocumentModel, Operation, Parameter } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { literal, memberName } from '../../text/literal.ts'

/** What is needed to call each operation, and the type of what a call fills in. */
export function operationsFile({ operations }: DocumentModel): string {
  return `${generatedBy('contract-tests')}
import type { JsonObject, OperationDescription, QueryValues } from '../checks/index.ts'

/** Every operation of the document by its \`operationId\`. */
export const operations = {
${operations.map(factsLine).join('\n')}
} as const satisfies Readonly<Record<string, OperationDescription>>

/** The name of an operation. */
export type OperationId = keyof typeof operations

/** What a call of each operation fills in. */
export interface Inputs {
${operations.map(inputLine).join('\n')}
}

/** A request body that is a JSON object. */
export type Body = JsonObject

/** Values of a query. */
export type Query = QueryValues
`
}

function factsLine({ id, method, path, requestBody, responses, idempotent, internal }: Operation): string {
  const facts = {
    id,
    method: method.toUpperCase(),
    path,
    requestMediaType: requestBody?.content[0]?.name,
    statuses: responses.map(({ status }) => status).sort(),
    idempotent,
    internal,
  }
  return `  ${id}: ${literal(facts, '  ')},`
}

function inputLine({ id, parameters, requestBody }: Operation): string {
  const members = [
    ...pathMember(parameters.filter((parameter) => parameter.in === 'path')),
    ...(parameters.some((parameter) => parameter.in === 'query') ? ['readonly query?: Query'] : []),
    ...(parameters.some((parameter) => parameter.in === 'header')
      ? ['readonly headers?: Readonly<Record<string, string>>']
      : []),
    ...(requestBody ? [bodyMember(requestBody)] : []),
  ]
  return `  readonly ${id}: ${members.length === 0 ? 'Record<never, never>' : `{ ${members.join('; ')} }`}`
}

function pathMember(parameters: readonly Parameter[]): string[] {
  if (parameters.length === 0) return []
  return [
    `readonly path: { ${parameters.map(({ name }) => `readonly ${memberName(name)}: string`).join('; ')} }`,
  ]
}

function bodyMember({ required, content }: NonNullable<Operation['requestBody']>): string {
  const type = content[0]?.kind === 'json' ? 'Body' : 'unknown'
  return `readonly body${required ? '' : '?'}: ${type}`
}
