import {
  mapSchemasIn,
  resolveSchema,
  type Schema,
  type SourceDocument,
  valuesOfProperty,
} from '../../model/index.ts'

type Discriminator = NonNullable<Schema['discriminator']>

/** A schema that a discriminator tells from others, and by which values. */
interface Told {
  readonly discriminator: Discriminator
  readonly reference: string
  readonly values: readonly string[]
}

/**
 * The discriminators that openapi-typescript may write into the types of the schemas that they tell apart. None of them changes what is
 * valid (OpenAPI 3.1.1, section 4.8.25). It writes their values over those that a schema has of its own, makes the property required, and takes
 * it out of a whole union where that is a part of `allOf`.
 */
export function writableDiscriminators(document: SourceDocument): ReadonlySet<Discriminator> {
  const schemas = schemasIn(document)
  const parts = schemas.flatMap(({ allOf = [] }) => allOf.map((part) => resolveSchema(document, part)))
  const all = [...variants(schemas), ...heirs(document)]
  const wrong = new Set([
    ...parts.flatMap((part) => (hasVariants(part) && part.discriminator ? [part.discriminator] : [])),
    ...all.filter((told) => isOtherwise(document, told)).map(({ discriminator }) => discriminator),
    ...toldTwice(all),
  ])
  const found = schemas.flatMap(({ discriminator }) => (discriminator ? [discriminator] : []))
  return new Set(found.filter((discriminator) => !wrong.has(discriminator)))
}

function schemasIn(document: SourceDocument): readonly Schema[] {
  const found: Schema[] = []
  mapSchemasIn(document, (schema) => {
    found.push(Object(schema))
    return schema
  })
  return found
}

function hasVariants({ oneOf, anyOf }: Schema): boolean {
  return oneOf !== undefined || anyOf !== undefined
}

/** Those of `oneOf` and of a mapping. */
function variants(schemas: readonly Schema[]): readonly Told[] {
  return schemas.flatMap(({ discriminator, oneOf = [] }) => {
    if (!discriminator) return []
    const references = [...oneOf.map(({ $ref }) => $ref), ...Object.values(discriminator.mapping ?? {})]
    return [...new Set(references)].flatMap((reference) =>
      reference === undefined ? [] : [toldBy(discriminator, reference)],
    )
  })
}

/** Those that have a schema with a discriminator in their `allOf`. */
function heirs(document: SourceDocument): readonly Told[] {
  return Object.entries(document.components?.schemas ?? {}).flatMap(([name, { allOf = [] }]) =>
    allOf.flatMap((part) => {
      const { discriminator } = part.$ref === undefined ? part : resolveSchema(document, part)
      return discriminator ? [toldBy(discriminator, `#/components/schemas/${name}`)] : []
    }),
  )
}

/** By the mapping, else by the name of the schema. */
function toldBy(discriminator: Discriminator, reference: string): Told {
  const mapped = Object.entries(discriminator.mapping ?? {}).filter(([, target]) => target === reference)
  const values = mapped.map(([value]) => value)
  return {
    discriminator,
    reference,
    values: values.length > 0 ? values : [reference.slice(reference.lastIndexOf('/') + 1)],
  }
}

/** Whether the schema itself says that it has another value, or may have none. */
function isOtherwise(document: SourceDocument, { discriminator, reference, values }: Told): boolean {
  const { propertyName } = discriminator
  if (!isRequired(document, { $ref: reference }, propertyName)) return true
  const own = valuesOfProperty(document, { $ref: reference }, propertyName)
  return own !== undefined && !values.every((value) => own.includes(value))
}

function isRequired(
  document: SourceDocument,
  schema: Schema,
  name: string,
  above: readonly Schema[] = [],
): boolean {
  const target = resolveSchema(document, schema)
  if (above.includes(target)) return false
  const { required = [], allOf = [] } = target
  return required.includes(name) || allOf.some((part) => isRequired(document, part, name, [...above, target]))
}

/** Those that give a schema another value than others of the document do. */
function toldTwice(all: readonly Told[]): readonly Discriminator[] {
  const values = new Map<string, Set<string>>()
  for (const told of all)
    values.set(told.reference, (values.get(told.reference) ?? new Set()).add(JSON.stringify(told.values)))
  return all.flatMap(({ discriminator, reference }) =>
    (values.get(reference)?.size ?? 0) > 1 ? [discriminator] : [],
  )
}
