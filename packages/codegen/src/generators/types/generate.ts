import openapiTypeScript, {
  astToString,
  type OpenAPI3,
  type SchemaObject,
  type TransformNodeOptions,
  transformSchemaObject,
} from 'openapi-typescript'
import ts from 'typescript'
import type { Generator } from '../../generator.ts'
import { isBytes, mapSchemasIn, type Schema } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { namedTypes } from './named-types.ts'

/** `openapi.d.ts`: all of `paths`, `components`, `operations`. `names.d.ts`: what people import by name. */
export const generate: Generator = async (model) => {
  // openapi-typescript reorders what it is given, so it gets a copy; its own type asks for more members than it reads.
  const copy = structuredClone(mapSchemasIn(model.source, asUnderstood)) as unknown as OpenAPI3
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

/** What nothing satisfies is `never`, and definitions in a schema are no property of its values. */
function asUnderstood(schema: unknown): unknown {
  const { $defs: _, not, ...others } = Object(schema)
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
