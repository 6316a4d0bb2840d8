import { type DocumentModel, isSuccess, type MediaType, type Operation } from '../../model/index.ts'
import { memberName } from '../../text/literal.ts'
import { inputMembers } from '../client/input.ts'
import type { Context } from './context.ts'
import { typeName, typeOf } from './schema-type.ts'

/** How the client's function is called, with the names and types of what it takes: `string deleteUser({ … })`. */
export function signature(model: DocumentModel, operation: Operation): string {
  const members = [...parameterMembers(model, operation), ...bodyMember(model, operation)]
  const argument = members.length === 0 ? '' : `{ ${members.join(', ')} }`
  return `${returnType(model, operation)} ${operation.id}(${argument})`
}

/** The types that a success may answer, as links. */
export function returnTypeLinks(context: Context, operation: Operation): string {
  return (
    successContent(operation)
      .map(({ kind, schema }) => `${kind === 'stream' ? 'stream of ' : ''}${typeOf(context, schema)}`)
      .join(' or ') || 'none'
  )
}

function parameterMembers(model: DocumentModel, operation: Operation): string[] {
  return inputMembers(operation).map(
    ({ name, parameter: { required, schema } }) =>
      `${memberName(name)}${required ? '' : '?'}: ${typeName(model, schema)}`,
  )
}

function bodyMember(model: DocumentModel, { requestBody }: Operation): string[] {
  if (!requestBody) return []
  const types = requestBody.content.map(({ schema }) => typeName(model, schema))
  return [`body${requestBody.required ? '' : '?'}: ${types.join(' | ')}`]
}

function returnType(model: DocumentModel, operation: Operation): string {
  const types = successContent(operation).map(({ kind, schema }) => {
    const type = typeName(model, schema)
    return kind === 'stream' ? `AsyncGenerator<${type}>` : type
  })
  return [...new Set(types)].join(' | ') || 'void'
}

function successContent({ responses }: Operation): readonly MediaType[] {
  return responses.find(isSuccess)?.content ?? []
}
