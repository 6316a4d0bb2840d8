import {
  type DocumentModel,
  deprecationHeaders,
  isSuccess,
  needsCredentials,
  type Operation,
  type Response,
  resolveSchema,
} from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { literal, memberName, quoted } from '../../text/literal.ts'

/** The routing table and, beside it, the types of what goes into a handler and what comes out of it. */
export function operationsModule(model: DocumentModel): string {
  const inputs = model.operations.map((operation) => inputType(model, operation))
  const outputs = model.operations.map(outputType)
  const usesWire = [...inputs, ...outputs].some((text) => text.includes('wire['))
  return [
    generatedBy('sandbox'),
    ...(usesWire ? ["import type { operations as wire } from './openapi.ts'"] : []),
    '',
    descriptionTypes,
    'export const operations = {',
    ...model.operations.map((operation) => tableEntry(model, operation)),
    '} as const satisfies Readonly<Record<string, OperationDescription>>',
    '',
    'export type OperationId = keyof typeof operations',
    '',
    '/** What a handler is given: decoded, and valid by the document. */',
    'export interface Inputs {',
    ...inputs,
    '}',
    '',
    '/** The body of the answer of success. */',
    'export interface Outputs {',
    ...outputs,
    '}',
    '',
  ].join('\n')
}

const descriptionTypes = `/** What the document says of an operation, as far as a server needs it. */
export interface OperationDescription {
  readonly method: string
  readonly path: string
  readonly role: string
  readonly query: readonly QueryParameter[]
  readonly takesJson: boolean
  readonly success: { readonly status: number; readonly mediaType: string | undefined }
  readonly answers: Readonly<Record<string, AnswerDescription>>
  /** What every answer says of a deprecated operation. */
  readonly headers?: Readonly<Record<string, string>>
}

export interface QueryParameter {
  readonly name: string
  readonly type: string
  readonly default?: unknown
}

export interface AnswerDescription {
  readonly mediaTypes: readonly string[]
  readonly requiredHeaders: readonly string[]
}
`

function tableEntry(model: DocumentModel, operation: Operation): string {
  const success = successOf(operation)
  const headers = deprecationHeaders(operation.deprecation)
  const description = {
    method: operation.method,
    path: operation.path,
    role: operation.role ?? (needsCredentials(operation) ? 'user' : 'anonymous'),
    query: operation.parameters.filter(inQuery).map(({ name, schema }) => {
      const { type, default: fallback } = resolveSchema(model.source, schema)
      return {
        name,
        type: [type ?? 'string'].flat()[0],
        ...(fallback === undefined ? {} : { default: fallback }),
      }
    }),
    takesJson: takesJson(operation),
    success: { status: Number(success?.status ?? 200), mediaType: success?.content[0]?.name },
    answers: Object.fromEntries(operation.responses.map((response) => [response.status, answer(response)])),
    ...(Object.keys(headers).length > 0 && { headers }),
  }
  return `  ${operation.id}: ${literal(description, '  ')},`
}

function answer({ content, headers }: Response) {
  return {
    mediaTypes: content.map(({ name }) => name),
    requiredHeaders: headers.filter(({ required }) => required).map(({ name }) => name),
  }
}

/** The first status of success with a number; where there is none, the first redirection. */
function successOf({ responses }: Operation): Response | undefined {
  const numbered = responses.filter(({ status }) => /^\d+$/.test(status))
  return numbered.find(isSuccess) ?? numbered.find(({ status }) => status.startsWith('3'))
}

function takesJson({ requestBody }: Operation): boolean {
  return requestBody?.content.some(({ kind }) => kind === 'json') ?? false
}

function inQuery(parameter: { readonly in: string }): boolean {
  return parameter.in === 'query'
}

function inputType(model: DocumentModel, operation: Operation): string {
  const path = operation.parameters.filter((parameter) => parameter.in === 'path')
  const query = operation.parameters.filter(inQuery)
  const wireQuery = `NonNullable<wire[${quoted(operation.id)}]['parameters']['query']>`
  return [
    `  ${operation.id}: {`,
    `    readonly path: ${members(path.map(({ name }) => `readonly ${memberName(name)}: string`))}`,
    `    readonly query: ${members(
      query.map(({ name, required, schema }) => {
        const value = `${wireQuery}[${quoted(name)}]`
        return required || resolveSchema(model.source, schema).default !== undefined
          ? `readonly ${memberName(name)}: NonNullable<${value}>`
          : `readonly ${memberName(name)}?: ${value}`
      }),
    )}`,
    `    readonly body: ${bodyType(operation)}`,
    '  }',
  ].join('\n')
}

function members(texts: readonly string[]): string {
  return texts.length === 0 ? 'Record<never, never>' : `{ ${texts.join('; ')} }`
}

function bodyType({ id, requestBody }: Operation): string {
  const json = requestBody?.content.find(({ kind }) => kind === 'json')
  if (!json) return 'undefined'
  const body = `NonNullable<wire[${quoted(id)}]['requestBody']>['content'][${quoted(json.name)}]`
  return requestBody?.required ? body : `${body} | undefined`
}

function outputType(operation: Operation): string {
  const success = successOf(operation)
  const mediaType = success?.content[0]?.name
  if (!success || mediaType === undefined) return `  ${operation.id}: undefined`
  const status = success.status
  return `  ${operation.id}: wire[${quoted(operation.id)}]['responses'][${status}]['content'][${quoted(mediaType)}]`
}
