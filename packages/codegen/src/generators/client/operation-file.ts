import { type DocumentModel, isSuccess, type Operation, type Response } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { memberName, quoted } from '../../text/literal.ts'
import { tsdoc } from '../../text/tsdoc.ts'
import { bodyFacts, bodyType, sentMediaType } from './body.ts'
import { operationComment } from './comment.ts'
import { type InputMember, inputMembers, inputType } from './input.ts'
import { pagingOf } from './paging.ts'
import { querySerializer } from './query.ts'

/** The file of one operation: the type of its input and its function. */
export function operationFile(model: DocumentModel, operation: Operation): string {
  const input = inputInterface(operation)
  const made = operationFunction(model, operation)
  return [
    generatedBy('client'),
    ...(input.includes('operations[') ? ["import type { operations } from '@windmill-user-api/types'"] : []),
    ...(made.includes('createQuerySerializer(')
      ? ["import { createQuerySerializer } from 'openapi-fetch'"]
      : []),
    `import { ${runtimeNames(model, operation, input).join(', ')} } from '../../runtime/operation.ts'`,
    ...(pagingOf(model, operation)
      ? ["import { paged, type PagedOperationFunction } from '../../runtime/paged.ts'"]
      : []),
    '',
    input,
    made,
  ].join('\n')
}

function runtimeNames(model: DocumentModel, operation: Operation, input: string): string[] {
  return [
    ...(input.includes('NoInput') ? ['type NoInput'] : []),
    'operation',
    ...(pagingOf(model, operation) ? [] : ['type OperationFunction']),
  ]
}

function inputInterface(operation: Operation): string {
  const members = [
    ...inputMembers(operation).map((member) => parameterMember(operation, member)),
    ...bodyMember(operation),
  ]
  const comment = tsdoc([`What \`${operation.id}\` takes.`])
  if (members.length === 0) return `${comment}export type ${inputType(operation)} = NoInput\n`
  return `${comment}export interface ${inputType(operation)} {\n${members.join('')}}\n`
}

function parameterMember(operation: Operation, { name, parameter }: InputMember): string {
  const type = `NonNullable<operations[${quoted(operation.id)}]['parameters'][${quoted(parameter.in)}]>[${quoted(parameter.name)}]`
  return member(name, parameter.required, type, parameter.description)
}

function bodyMember(operation: Operation): string[] {
  const media = sentMediaType(operation)
  const { required = false, description = '' } = operation.requestBody ?? {}
  return media ? [member('body', required, bodyType(operation, media), description)] : []
}

function member(name: string, required: boolean, type: string, description: string): string {
  const declaration = required ? `${memberName(name)}: ${type}` : `${memberName(name)}?: ${type} | undefined`
  return `${tsdoc([description], '  ')}  readonly ${declaration}\n`
}

function operationFunction(model: DocumentModel, operation: Operation): string {
  const { id, method, path } = operation
  const facts = [
    quoted(id),
    quoted(method.toUpperCase()),
    quoted(path),
    objectOf(writtenResponses(operation).map(responseEntry)),
    objectOf(inputMembers(operation).filter(isNotInTemplate).map(parameterEntry)),
    rareFacts(model, operation),
  ]
  while (facts.at(-1) === '{}') facts.pop()
  const paging = pagingOf(model, operation)
  const generics = `<${quoted(id)}, ${inputType(operation)}>`
  return [
    `${tsdoc(operationComment(model, operation, `${id}(client`))}export const ${id}: ${paging ? 'Paged' : ''}OperationFunction${generics} =`,
    paging ? `  /* @__PURE__ */ paged(/* @__PURE__ */ operation${generics}(` : '  /* @__PURE__ */ operation(',
    ...facts.map((fact) => `    ${fact},`),
    paging ? `  )${paging.fullPage === undefined ? '' : `, ${paging.fullPage}`})` : '  )',
    '',
  ].join('\n')
}

/** Where a document names no success, its `default` is one; elsewhere the runtime takes `default` for failures only. */
function writtenResponses({ responses }: Operation): Response[] {
  const only = responses.some(isSuccess) ? undefined : responses.find(({ status }) => status === 'default')
  return only ? [...responses, { ...only, status: '2XX' }] : [...responses]
}

function responseEntry({ status, content }: Response): string {
  return `${/^\d+$/.test(status) ? status : memberName(status)}: ${quoted(content.map(({ name }) => name).join(','))}`
}

/** A path value of the same name as in the template needs no fact. */
function isNotInTemplate({ name, parameter }: InputMember): boolean {
  return parameter.in !== 'path' || name !== parameter.name
}

function parameterEntry({ name, parameter }: InputMember): string {
  const place = quoted(parameter.in)
  return `${memberName(name)}: ${name === parameter.name ? place : `[${place}, ${quoted(parameter.name)}]`}`
}

function rareFacts(model: DocumentModel, operation: Operation): string {
  const media = sentMediaType(operation)
  const anonymous = operation.security.length === 0 ? 'true' : undefined
  const body = media && bodyFacts(media)
  const idempotent = operation.idempotent === isSafe(operation) ? undefined : `${operation.idempotent}`
  return objectOf(present({ anonymous, idempotent, ...body, query: querySerializer(model, operation) }))
}

/** The runtime takes these for idempotent unless told otherwise (RFC 9110, section 9.2.1). */
function isSafe({ method }: Operation): boolean {
  return ['get', 'head', 'options', 'trace'].includes(method)
}

function present(members: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(members).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  )
}

function objectOf(members: readonly string[]): string {
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}
