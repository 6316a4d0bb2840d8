import {
  type DocumentModel,
  isSuccess,
  type MediaType,
  type Operation,
  type Response,
} from '../../model/index.ts'
import { deprecatedTag } from '../../text/deprecated-tag.ts'
import { generatedBy } from '../../text/header.ts'
import { memberName, quoted } from '../../text/literal.ts'
import { pure, withoutMarks } from '../../text/pure.ts'
import { tsdoc } from '../../text/tsdoc.ts'
import { bodyType, bodyWriter, sentMediaType } from './body.ts'
import { bodyChoices, choiceFact, serverType } from './choices.ts'
import { operationComment } from './comment.ts'
import { choosesContentType, type InputMember, inputMembers, inputType } from './input.ts'
import { hasUsualPages, itemsArgument, pagingCall } from './paging.ts'
import { isUsual, styleOf } from './style.ts'

/** The file of one operation: the type of its input and its function. */
export function operationFile(model: DocumentModel, operation: Operation): string {
  const input = inputInterface(operation)
  const made = operationFunction(model, operation)
  const code = withoutMarks(made).replaceAll(/\/\*\*.*?\*\//gs, '')
  return [
    generatedBy('client'),
    ...(input.includes('operations[') ? ["import type { operations } from '@windmill-user-api/types'"] : []),
    ...(code.includes('placed: chosen(') ? ["import { chosen } from '../../runtime/choices.ts'"] : []),
    ...runtimeImport(code, 'json', ['writeJson']),
    ...runtimeImport(code, 'other-bodies', [
      'writeAsIs',
      'writeForm',
      'writeJsonAs',
      'writeParts',
      'written',
    ]),
    ...runtimeImport(code, 'parameters', ['placed']),
    ...runtimeImport(code, 'other-answers', ['readAs', 'readBinary']),
    ...runtimeImport(code, 'streams', ['readItems', 'readTexts']),
    ...runtimeImport(code, 'styles', ['styled', 'writeStyledForm']),
    ...runtimeImport(code, 'media-types', Object.values(commonMediaTypes)),
    `import { ${runtimeNames(operation, input).join(', ')} } from '../../runtime/operation.ts'`,
    ...pagingImports(operation),
    '',
    input,
    made,
  ].join('\n')
}

/** What the facts of an operation mention of a file of the runtime. */
function runtimeImport(code: string, file: string, names: readonly string[]): string[] {
  const mentioned = names.filter((name) => new RegExp(`(?:[:,] |\\()${name}\\b(?!:)`).test(code))
  return mentioned.length > 0 ? [`import { ${mentioned.join(', ')} } from '../../runtime/${file}.ts'`] : []
}

function runtimeNames(operation: Operation, input: string): string[] {
  return [
    ...(input.includes('NoInput') ? ['type NoInput'] : []),
    'operation',
    ...(operation.paging ? [] : ['type OperationFunction']),
  ]
}

function pagingImports(operation: Operation): string[] {
  if (!operation.paging) return []
  const type = 'type PagedOperationFunction'
  if (hasUsualPages(operation)) return [`import { paged, ${type} } from '../../runtime/paged.ts'`]
  return [
    "import { paginated } from '../../runtime/paginated.ts'",
    "import type { PagedOperationFunction } from '../../runtime/paged.ts'",
  ]
}

function inputInterface(operation: Operation): string {
  const members = [
    ...inputMembers(operation).map((member) => parameterMember(operation, member)),
    ...(choosesContentType(operation) ? [] : bodyMember(operation)),
    ...serverMember(operation),
  ]
  const comment = tsdoc([`What \`${operation.id}\` takes.`])
  if (choosesContentType(operation)) {
    const choices = bodyChoices(operation)
      .map((choice) => `\n  | ${choice}`)
      .join('')
    const others = members.length > 0 ? `{\n${members.join('')}} & ` : ''
    return `${comment}export type ${inputType(operation)} = ${others}(${choices}\n)\n`
  }
  if (members.length === 0) return `${comment}export type ${inputType(operation)} = NoInput\n`
  return `${comment}export interface ${inputType(operation)} {\n${members.join('')}}\n`
}

function parameterMember(operation: Operation, { name, parameter }: InputMember): string {
  const type = `NonNullable<operations[${quoted(operation.id)}]['parameters'][${quoted(parameter.in)}]>[${quoted(parameter.name)}]`
  const { required, description, deprecation } = parameter
  return member(name, required, type, [description, deprecatedTag(deprecation)])
}

function bodyMember(operation: Operation): string[] {
  const media = sentMediaType(operation)
  const { required = false, description = '' } = operation.requestBody ?? {}
  return media ? [member('body', required, bodyType(operation, media), [description])] : []
}

function serverMember({ servers }: Operation): string[] {
  const description = 'Where the operation is. Default: the first of the servers that the document gives it.'
  return servers.length > 0 ? [member('server', false, serverType(servers), [description])] : []
}

function member(name: string, required: boolean, type: string, comment: readonly string[]): string {
  const declaration = required ? `${memberName(name)}: ${type}` : `${memberName(name)}?: ${type} | undefined`
  return `${tsdoc(comment, '  ')}  readonly ${declaration}\n`
}

function operationFunction(model: DocumentModel, operation: Operation): string {
  const { id, method, path } = operation
  const facts = [
    quoted(id),
    quoted(method.toUpperCase()),
    quoted(path),
    objectOf(writtenResponses(operation).map(responseEntry)),
    rareFacts(model, operation),
  ]
  if (facts.at(-1) === '{}') facts.pop()
  const paging = pagingCall(operation)
  const generics = `<${quoted(id)}, ${inputType(operation)}>`
  return [
    `${tsdoc(operationComment(model, operation, `${id}(client`))}export const ${id}: ${paging ? 'Paged' : ''}OperationFunction<${quoted(id)}, ${inputType(operation)}${itemsArgument(operation)}> =`,
    paging ? `  ${pure(paging.maker)}(${pure('operation')}${generics}(` : `  ${pure('operation')}(`,
    ...facts.map((fact) => `    ${fact},`),
    paging ? `  )${paging.told === '' ? '' : `, ${paging.told}`})` : '  )',
    '',
  ].join('\n')
}

/** Where a document names no success, its `default` is one; elsewhere the runtime takes `default` for failures only. */
function writtenResponses({ responses }: Operation): Response[] {
  const only = responses.some(isSuccess) ? undefined : responses.find(({ status }) => status === 'default')
  return only ? [...responses, { ...only, status: '2XX' }] : [...responses]
}

/** Most responses have one of these, which the runtime has as constants. */
const commonMediaTypes: Readonly<Record<string, string>> = {
  'application/json': 'json',
  'text/plain': 'text',
}

function responseEntry({ status, content }: Response): string {
  const mediaTypes = content.map(({ name }) => name).join(',')
  const written = commonMediaTypes[mediaTypes] ?? quoted(mediaTypes)
  return `${/^\d+$/.test(status) ? status : memberName(status)}: ${written}`
}

/** A single path value of the same name as in the template needs no fact. */
function statedMembers(model: DocumentModel, operation: Operation): readonly InputMember[] {
  return inputMembers(operation).filter(
    ({ name, parameter }) => parameter.in !== 'path' || name !== parameter.name || !isUsual(model, parameter),
  )
}

function parameterEntry(model: DocumentModel, { name, parameter }: InputMember): string {
  const style = isUsual(model, parameter) ? [] : [quoted(styleOf(parameter))]
  const onTheWire = name === parameter.name ? style.map(() => 'undefined') : [quoted(parameter.name)]
  return `[${[quoted(name), quoted(parameter.in), ...onTheWire, ...style].join(', ')}]`
}

function rareFacts(model: DocumentModel, operation: Operation): string {
  const media = choosesContentType(operation) ? undefined : sentMediaType(operation)
  const anonymous = operation.anonymous ? 'true' : undefined
  const writeBody = media && bodyWriter(model, media)
  const idempotent = operation.idempotent === isGet(operation) ? undefined : `${operation.idempotent}`
  const isOther = !writtenResponses(operation).every(isUsualResponse)
  const readOther = isOther ? pure(`readAs(${readerOf(operation)})`) : undefined
  const stated = statedMembers(model, operation)
  const parameters =
    stated.length === 0 ? undefined : listOf(stated.map((member) => parameterEntry(model, member)))
  const isStyled = stated.some(({ parameter }) => !isUsual(model, parameter) || parameter.in !== 'query')
  const place = stated.length === 0 ? undefined : isStyled ? 'styled' : 'placed'
  const placed = choiceFact(model, operation, place) ?? place
  return objectOf(present({ anonymous, idempotent, parameters, writeBody, readOther, placed }))
}

/** What reads answers that are neither text nor JSON; nothing where there are none. A failure is read as the successes are. */
function readerOf(operation: Operation): string {
  const successes = writtenResponses(operation).filter(isSuccess)
  return readerOfContent(contentOf(successes)) || readerOfContent(contentOf(operation.responses))
}

function contentOf(responses: readonly Response[]): readonly MediaType[] {
  return responses.flatMap(({ content }) => content)
}

function readerOfContent(content: readonly MediaType[]): string {
  const streams = content.filter(({ kind }) => kind === 'stream')
  if (streams.length > 0) return streams.every(({ hasJsonItems }) => hasJsonItems) ? 'readItems' : 'readTexts'
  return content.some(({ kind }) => kind === 'binary' || kind === 'form') ? 'readBinary' : ''
}

/** Whether the runtime reads a response without being told how: JSON or text of one status. */
function isUsualResponse({ status, content }: Response): boolean {
  const isRead = content.every(({ name, kind }) => !name.includes('*') && /^(json|text)$/.test(kind))
  return /^\d+$/.test(status) && content.length <= 1 && isRead
}

/** The runtime takes this one for idempotent unless told otherwise: nearly all safe operations are (RFC 9110, section 9.2.1). */
function isGet({ method }: Operation): boolean {
  return method === 'get'
}

function present(members: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(members).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  )
}

function listOf(entries: readonly string[]): string {
  return `[${entries.join(', ')}]`
}

function objectOf(members: readonly string[]): string {
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}
