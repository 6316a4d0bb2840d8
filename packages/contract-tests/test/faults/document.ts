import { readFileSync } from 'node:fs'

/** A schema, as far as faults are made from it. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly maxLength?: number
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}

/** An operation of the document, as far as faults are made from it. */
export interface Operation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly role: string
  readonly isInternal: boolean
  readonly success: number
  /** The documented statuses of errors. */
  readonly errors: readonly number[]
  readonly mediaType: string | undefined
  /** What it answers, with references followed: of a list, what its items are. */
  readonly answer: Schema | undefined
  readonly isList: boolean
  readonly body: Schema | undefined
}

interface OperationObject {
  readonly operationId: string
  readonly 'x-role': string
  readonly 'x-internal'?: boolean
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

const file = new URL('../../../../spec/dist/openapi.internal.json', import.meta.url)
const document: Document = JSON.parse(readFileSync(file, 'utf8'))

const methods = ['get', 'post', 'put', 'patch', 'delete']

/** All operations, read from the document alone: the suite's own reading of it is what is on trial. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, object]) =>
    methods.includes(method) ? [toOperation(path, method, object)] : [],
  ),
)

/** An operation by its id. */
export function operationOf(id: string): Operation {
  const operation = operations.find((candidate) => candidate.id === id)
  if (!operation) throw new Error(`The document has no operation "${id}".`)
  return operation
}

/** Follows references, of a schema and of its members. */
export function follow(schema: Schema): Schema {
  const { $ref } = schema
  if ($ref === undefined) return schema
  const target = document.components.schemas[$ref.split('/').at(-1) ?? '']
  if (!target) throw new Error(`There is no schema ${$ref}.`)
  return follow(target)
}

/** The members of an object with their schemas. */
export function membersOf(schema: Schema | undefined): [string, Schema][] {
  return Object.entries(schema?.properties ?? {}).map(([name, member]) => [name, follow(member)])
}

/** Whether a schema has this type, alone or among others. */
export function hasType({ type }: Schema, wanted: string): boolean {
  return type === wanted || (Array.isArray(type) && type.includes(wanted))
}

function toOperation(path: string, method: string, object: OperationObject): Operation {
  const statuses = Object.keys(object.responses).map(Number)
  const success = statuses.find((status) => status < 400) ?? 200
  const [answered] = Object.entries(object.responses[success]?.content ?? {})
  const schema = answered && follow(answered[1].schema)
  const [sent] = Object.values(object.requestBody?.content ?? {})
  return {
    id: object.operationId,
    method: method.toUpperCase(),
    path,
    role: object['x-role'],
    isInternal: object['x-internal'] === true,
    success,
    errors: statuses.filter((status) => status >= 400),
    mediaType: answered?.[0],
    answer: schema?.items ? follow(schema.items) : schema,
    isList: schema?.items !== undefined,
    body: sent && follow(sent.schema),
  }
}
