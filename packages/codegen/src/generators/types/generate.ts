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
import { createNaming, isBytes, type Schema } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { namedTypes } from './named-types.ts'
import { recursiveSchemas } from './recursive-schemas.ts'
import { understoodDocument } from './understood-document.ts'

/** `openapi.d.ts`: all of `paths`, `components`, `operations`. `names.d.ts`: what people import by name. */
export const generate: Generator = (model) => {
  // openapi-typescript reorders what it is given, so it gets a copy; its own type asks for more members than it reads.
  const copy = structuredClone(understoodDocument(model.source)) as unknown as OpenAPI3
  const recursive = recursiveSchemas(copy.components?.schemas ?? {})
  const naming = createNaming({ reserved: typesThatAreMeant })
  const aliases = new Map(
    model.schemas
      .filter(({ name }) => recursive.has(name))
      .map(({ name, typeName }) => [name, naming.claim(typeName)]),
  )
  const context = contextOf(copy, aliases)
  const types = astToString(transformSchema(copy, context))
  return new Map([
    ['openapi.d.ts', `${generatedBy('types')}\n${types}${aliasesText(copy, context, aliases)}`],
    ['names.d.ts', namedTypes(model)],
  ])
}

/** Those of TypeScript and of openapi-typescript that stand in the same file: an alias would take their place. */
const typesThatAreMeant = [
  ...['Blob', 'Extract', 'Omit', 'ReadonlyArray', 'Record', 'WithRequired', '$Read', '$Write'],
  ...['$defs', 'components', 'operations', 'paths', 'webhooks'],
]

/** The types of schemas that hold themselves, which refer to each other by their aliases. */
function aliasesText(document: OpenAPI3, ctx: GlobalContext, aliases: ReadonlyMap<string, string>): string {
  const texts = [...aliases].map(([name, alias]) => {
    const schema = document.components?.schemas?.[name]
    if (!schema) return ''
    const type = transformSchemaObject(schema, { ctx })
    const declaration = ts.factory.createTypeAliasDeclaration(undefined, alias, undefined, type)
    return `/** \`${name}\`, which holds itself. */\n${astToString(declaration)}`
  })
  return [...aliases].reduce(
    (text, [name, alias]) => text.replaceAll(`components["schemas"][${JSON.stringify(name)}]`, () => alias),
    texts.join(''),
  )
}

/**
 * What openapi-typescript would make of its options after it has bundled the document. Its bundler takes a schema called `constructor` for
 * what each object of JavaScript has, and the document is bundled already.
 */
function contextOf(document: OpenAPI3, aliases: ReadonlyMap<string, string>): GlobalContext {
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
    transform: (schema, options) => {
      const [, name = ''] = /^#\/components\/schemas\/(.*)$/.exec(options.path ?? '') ?? []
      const alias = aliases.get(name)
      return alias === undefined ? typeOf(schema, options) : ts.factory.createTypeReferenceNode(alias)
    },
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
