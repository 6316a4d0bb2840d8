import { createNaming } from './naming.ts'
import { resolve } from './reference.ts'
import { isMembers, mapSchemasIn } from './schema-walk.ts'
import type { Schema, SourceDocument } from './source.ts'

/** A reference to a component as a whole: `#/components/schemas/User`. */
const toComponent = /^#\/components\/schemas\/[^/]+$/

/**
 * A document whose schemas refer to named schemas alone. What a reference finds inside of another schema, or of a path, gets a
 * name of its own: `UserName` for `#/components/schemas/User/properties/name`.
 */
export function hoistReferred(document: SourceDocument): SourceDocument {
  const naming = createNaming()
  for (const name of Object.keys(document.components?.schemas ?? {})) naming.claim(name)
  const hoisted = new Map<string, string>()
  const hoist = (schema: unknown): unknown => {
    const reference = isMembers(schema) ? schema['$ref'] : undefined
    if (typeof reference !== 'string' || toComponent.test(reference)) return schema
    if (!leadsSomewhere(document, reference)) return schema
    const name = hoisted.get(reference) ?? naming.claim(nameOf(reference))
    hoisted.set(reference, name)
    return { ...Object(schema), $ref: `#/components/schemas/${name}` }
  }
  let hoistedDocument = document
  let known = -1
  // What is hoisted may itself hold such references.
  while (hoisted.size > known) {
    known = hoisted.size
    const { components, ...others } = hoistedDocument
    const added = [...hoisted].map(([reference, name]) => [
      name,
      resolve<Schema>(document, { $ref: reference }).value,
    ])
    const schemas = { ...components?.schemas, ...Object.fromEntries(added) }
    // The document keeps its shape: only schemas change.
    hoistedDocument = mapSchemasIn(
      { ...others, components: { ...components, schemas } },
      hoist,
    ) as SourceDocument
  }
  return hoisted.size === 0 ? document : hoistedDocument
}

/**
 * A document whose schemas say what they mean in the ways that every reader knows: `true` and `false` as objects, each required
 * member among the properties, and nothing that limits a value beside a reference.
 */
export function withPlainSchemas(document: SourceDocument): SourceDocument {
  // The document keeps its shape: only schemas change.
  return mapSchemasIn(document, (schema) => withMappedReferences(document, plain(schema))) as SourceDocument
}

/** A discriminator may name a schema, too: all readers know its reference (OpenAPI 3.1.1, section 4.8.25.3). */
function withMappedReferences({ components }: SourceDocument, schema: unknown): unknown {
  const discriminator = isMembers(schema) ? schema['discriminator'] : undefined
  if (!isMembers(discriminator) || !isMembers(discriminator['mapping'])) return schema
  const mapping = Object.entries(discriminator['mapping']).flatMap(([value, target]) => {
    const isName = typeof target === 'string' && Object.hasOwn(components?.schemas ?? {}, target)
    const reference = isName ? `#/components/schemas/${escaped(target)}` : target
    return [[value, reference]]
  })
  return { ...Object(schema), discriminator: { ...discriminator, mapping: Object.fromEntries(mapping) } }
}

function escaped(step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))
}

const annotations = [
  'default',
  'deprecated',
  'description',
  'examples',
  'readOnly',
  'summary',
  'title',
  'writeOnly',
]

function plain(schema: unknown): unknown {
  if (schema === true) return {}
  if (schema === false) return { not: {} }
  if (!isMembers(schema)) return schema
  // It says nothing in 3.1, where a type may be "null", and some readers take it for what it was in 3.0.
  const { nullable, ...kept } = schema
  if (nullable !== undefined) return plain(kept)
  // Examples by name are those of a media type: in a schema they are a list.
  if (isMembers(schema['examples'])) return plain({ ...schema, examples: Object.values(schema['examples']) })
  const { $ref, ...beside } = schema
  // Keywords beside a reference count as well (JSON Schema 2020-12, section 8.2.3.1), and few readers look at them.
  if ($ref !== undefined && Object.keys(beside).some((keyword) => !annotations.includes(keyword)))
    return { allOf: [{ $ref }, plain(beside)] }
  if (!Array.isArray(schema['required'])) return schema
  const properties = isMembers(schema['properties']) ? schema['properties'] : {}
  const lacking = schema['required'].filter((name) => !Object.hasOwn(properties, name))
  if (lacking.length === 0) return schema
  return {
    ...schema,
    properties: { ...properties, ...Object.fromEntries(lacking.map((name) => [name, {}])) },
  }
}

/** Where one does not, the operations that use it are refused. */
function leadsSomewhere(document: SourceDocument, $ref: string): boolean {
  try {
    resolve(document, { $ref })
    return true
  } catch {
    return false
  }
}

/** The words of a pointer that name something of the document. */
function nameOf(reference: string): string {
  const steps = decodeURIComponent(reference).split('/').slice(1)
  const silent = ['components', 'schemas', 'paths', 'properties', 'content', 'schema', 'responses']
  return steps
    .filter((step) => !silent.includes(step))
    .join(' ')
    .replaceAll(/~[01]/g, ' ')
}
