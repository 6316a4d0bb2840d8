import {
  astToString,
  type GlobalContext,
  type OpenAPI3,
  resolveRef,
  type SchemaObject,
  scanDiscriminators,
  type TransformNodeOptions,
  transformSchema,
  transformSchemaObject,
} from 'openapi-typescript'
import ts from 'typescript'
import type { Generator } from '../../generator.ts'
import { isBytes, type Schema } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { namedTypes } from './named-types.ts'
import { understoodDocument } from './understood-document.ts'

/** `openapi.d.ts`: all of `paths`, `components`, `operations`. `names.d.ts`: what people import by name. */
export const generate: Generator = (model) => {
  // openapi-typescript reorders what it is given, so it gets a copy; its own type asks for more members than it reads.
  const copy = structuredClone(understoodDocument(model.source)) as unknown as OpenAPI3
  return new Map([
    ['openapi.d.ts', `${generatedBy('types')}\n${astToString(transformSchema(copy, contextOf(copy)))}`],
    ['names.d.ts', namedTypes(model)],
  ])
}

/**
 * What openapi-typescript would make of its options after it has bundled the document. Its bundler takes a schema called `constructor` for
 * what each object of JavaScript has, and the document is bundled already.
 */
function contextOf(document: OpenAPI3): GlobalContext {
  return {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: false,
    discriminators: scanDiscriminators(document, { silent: true }),
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    // Only its bundler looks at it.
    redoc: Object(undefined),
    resolve: ($ref) => resolveRef(document, $ref, { silent: true }),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: typeOf,
    transformProperty: undefined,
  }
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
