import type { DocumentModel, Operation, Parameter } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { literal, memberName, quoted } from '../../text/literal.ts'

/** What is needed to call each operation, and the type of what a call fills in. */
export function operationsFile({ operations }: DocumentModel): string {
  const inputs = operations.map(inputLine)
  const wire = inputs.some((line) => line.includes('wire['))
    ? "\nimport type { operations as wire } from './openapi.ts'"
    : ''
  return `${generatedBy('contract-tests')}
import type { OperationDescription, QueryValues } from '../checks/index.ts'${wire}

/** Every operation of the document by its \`operationId\`. */
export const operations = {
${operations.map(factsLine).join('\n')}
} as const satisfies Readonly<Record<string, OperationDescription>>

/** The name of an operation. */
export type OperationId = keyof typeof operations

/** What a call of each operation fills in. */
export interface Inputs {
${inputs.join('\n')}
}

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
    ...(requestBody ? [bodyMember(id, requestBody)] : []),
  ]
  return `  readonly ${id}: ${members.length === 0 ? 'Record<never, never>' : `{ ${members.join('; ')} }`}`
}

function pathMember(parameters: readonly Parameter[]): string[] {
  if (parameters.length === 0) return []
  return [
    `readonly path: { ${parameters.map(({ name }) => `readonly ${memberName(name)}: string`).join('; ')} }`,
  ]
}

/** A body of JSON has the type of its schema, so that one that lacks a member does not compile. */
function bodyMember(id: string, { required, content }: NonNullable<Operation['requestBody']>): string {
  const [media] = content
  const type =
    media?.kind === 'json'
      ? `NonNullable<wire[${quoted(id)}]['requestBody']>['content'][${quoted(media.name)}]`
      : 'unknown'
  return `readonly body${required ? '' : '?'}: ${type}`
}
