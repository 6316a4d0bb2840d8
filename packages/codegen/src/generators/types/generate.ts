import openapiTypeScript, {
  astToString,
  type OpenAPI3,
  type SchemaObject,
  type TransformNodeOptions,
  transformSchemaObject,
} from 'openapi-typescript'
import ts from 'typescript'
import type { Generator } from '../../generator.ts'
import { type DocumentModel, isBytes, isMembers, mapSchemasIn, type Schema } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { namedTypes } from './named-types.ts'

/** `openapi.d.ts`: all of `paths`, `components`, `operations`. `names.d.ts`: what people import by name. */
export const generate: Generator = async (model) => {
  // openapi-typescript reorders what it is given, so it gets a copy; its own type asks for more members than it reads.
  const isTold = tellsApart(model)
  const understood = mapSchemasIn(withoutReferringExamples(withOwnIds(model.source)), (schema) =>
    asUnderstood(schema, isTold),
  )
  const copy = structuredClone(understood) as unknown as OpenAPI3
  const nodes = await openapiTypeScript(copy, {
    alphabetize: false,
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
    transform: typeOf,
  })
  return new Map([
    ['openapi.d.ts', `${generatedBy('types')}\n${astToString(nodes)}`],
    ['names.d.ts', namedTypes(model)],
  ])
}

/**
 * Without the ids of what others call, webhooks and callbacks: openapi-typescript would list them among the operations, where one may
 * have the name of an operation.
 */
function withOwnIds({ paths, ...others }: DocumentModel['source']): object {
  const own = Object.entries(paths ?? {}).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item).map(([key, part]) => [key, isMembers(part) ? withoutIdsBelow(part) : part]),
    ),
  ])
  return { ...Object(withoutIds(others)), paths: Object.fromEntries(own) }
}

function withoutIdsBelow(operation: object): object {
  return Object.fromEntries(Object.entries(operation).map(([key, part]) => [key, withoutIds(part)]))
}

/** An operation has responses; a link, which names one, has not. */
function withoutIds(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutIds)
  if (!isMembers(part)) return part
  const members = Object.entries(part).filter(
    ([key, value]) => key !== 'operationId' || typeof value !== 'string' || !isMembers(part['responses']),
  )
  return Object.fromEntries(members.map(([key, value]) => [key, withoutIds(value)]))
}

/**
 * Whether each schema has one value of a discriminator in the whole document. openapi-typescript writes it into the type of the
 * schema, where two of them would contradict each other.
 */
function tellsApart({ source }: DocumentModel): boolean {
  const values = new Map<string, string>()
  let isTold = true
  mapSchemasIn(source, (schema) => {
    const { discriminator } = Object(schema) as Schema
    for (const [value, target] of Object.entries(discriminator?.mapping ?? {})) {
      isTold &&= (values.get(target) ?? value) === value
      values.set(target, value)
    }
    return schema
  })
  return isTold
}

/** Without examples with what looks like a reference, which openapi-typescript would follow. */
function withoutReferringExamples(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutReferringExamples)
  if (!isMembers(part)) return part
  const members = Object.entries(part).filter(
    ([key, value]) => !/^examples?$/.test(key) || !JSON.stringify(value)?.includes('"$ref"'),
  )
  return Object.fromEntries(
    members.map(([key, value]) => [key, /^schemas?$/.test(key) ? value : withoutReferringExamples(value)]),
  )
}

/** What nothing satisfies is `never`, and definitions in a schema are no property of its values. */
function asUnderstood(schema: unknown, isTold: boolean): unknown {
  const { $defs: _, not, ...others } = Object(schema)
  if (!isTold) delete others.discriminator
  if (typeof not === 'object' && Object.keys(not).length === 0 && Object.keys(others).length === 0)
    return false
  return not === undefined ? others : { ...others, not }
}

/** The types of what openapi-typescript reads otherwise than JSON Schema says; nothing for all else. */
function typeOf(schema: SchemaObject, options: TransformNodeOptions): ts.TypeNode | undefined {
  const { items, prefixItems, minItems = 0, ...read } = schema as Schema & SchemaObject
  if (isBytes(read)) return ts.factory.createTypeReferenceNode('Blob')
  if (prefixItems === undefined) return undefined
  const inner = (part: Schema) => transformSchemaObject(part as SchemaObject, options)
  const first = prefixItems.map((part, index) =>
    index < minItems ? inner(part) : ts.factory.createOptionalTypeNode(inner(part)),
  )
  const isClosed = (items as unknown) === false
  const others = ts.factory.createRestTypeNode(ts.factory.createArrayTypeNode(inner(items ?? {})))
  return ts.factory.createTupleTypeNode([...first, ...(isClosed ? [] : [others])])
}
