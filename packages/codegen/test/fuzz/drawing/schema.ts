import { drawProse } from './texts.ts'
import type { World } from './world.ts'

type Schema = Readonly<Record<string, unknown>> & {
  readonly properties?: object
  readonly required?: readonly string[]
}

/** A schema of any kind; the deeper it stands, the simpler it is. */
export function drawSchema(world: World, depth = 0): unknown {
  const { random, is30 } = world
  if (!is30 && random.chance(0.02)) return random.chance(0.8)
  const draw = random.oneOf(depth > 2 ? simple : [...simple, ...composed])
  return annotated(world, nullable(world, draw(world, depth + 1)))
}

type Draw = (world: World, depth: number) => Schema

const simple: readonly Draw[] = [text, text, formatted, number, enumerated, truth, reference, () => ({})]
const composed: readonly Draw[] = [
  list,
  list,
  object,
  object,
  object,
  map,
  alternatives,
  together,
  excluded,
  newer,
  deepReference,
]

function text({ random }: World): Schema {
  return {
    type: 'string',
    ...random.maybe(0.2, () => ({ minLength: random.below(12) })),
    ...random.maybe(0.1, () => ({ maxLength: 12 + random.below(200) })),
    ...random.maybe(0.15, () => ({
      pattern: random.oneOf(['^[a-z]+$', '^\\d{3}-\\d{4}$', '\\/', '^[^"`$]*$', 'x']),
    })),
  }
}

const formats = [
  'date',
  'date-time',
  'time',
  'duration',
  'email',
  'uri',
  'uuid',
  'hostname',
  'ipv4',
  'byte',
  'password',
  'custom-format',
]

function formatted({ random, is30 }: World): Schema {
  if (is30 && random.chance(0.1)) return { type: 'string', format: 'binary' }
  if (!is30 && random.chance(0.1))
    return {
      type: 'string',
      contentMediaType: 'image/png',
      ...random.maybe(0.5, () => ({ contentEncoding: 'base64' })),
    }
  return { type: 'string', format: random.oneOf(formats) }
}

function number({ random, is30 }: World): Schema {
  const minimum = random.below(20) - 10
  const exclusive = is30 ? { minimum, exclusiveMinimum: true } : { exclusiveMinimum: minimum }
  return {
    type: random.oneOf(['integer', 'number']),
    ...random.maybe(0.3, () => ({ format: random.oneOf(['int32', 'int64', 'double', 'float']) })),
    ...random.maybe(0.3, () => (random.chance(0.5) ? exclusive : { minimum })),
    ...random.maybe(0.2, () => ({ maximum: minimum + 5 + random.below(1000) })),
    ...random.maybe(0.1, () => ({ multipleOf: random.oneOf([1, 2, 0.5]) })),
  }
}

function truth(): Schema {
  return { type: 'boolean' }
}

function enumerated({ random, is30 }: World): Schema {
  if (!is30 && random.chance(0.3))
    return { const: random.oneOf(['a', 1, true, null, [1, 'b'], { a: "it's" }]) }
  return random.oneOf<Schema>([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of a document.
    { type: 'string', enum: ['a', 'b-c', "it's", '"', '\\', '', '`${x}`', '*/', '大'] },
    { type: 'integer', enum: [1, -2, 3] },
    { enum: ['mixed', 1, true] },
  ])
}

function reference({ random, schemas }: World): Schema {
  return schemas.length === 0 ? {} : { $ref: `#/components/schemas/${random.oneOf(schemas)}` }
}

/** A reference into the middle of a schema: each named schema of an even index is an object with this property. */
function deepReference({ random, schemas }: World): Schema {
  const objects = schemas.filter((_, index) => index % 2 === 0)
  return objects.length === 0
    ? {}
    : { $ref: `#/components/schemas/${random.oneOf(objects)}/properties/anchor` }
}

function list(world: World, depth: number): Schema {
  const { random, is30 } = world
  const limits = {
    ...random.maybe(0.2, () => ({ minItems: random.below(3) })),
    ...random.maybe(0.1, () => ({ maxItems: 4 + random.below(3) })),
    ...random.maybe(0.1, () => ({ uniqueItems: true })),
  }
  if (is30 || random.chance(0.8)) return { type: 'array', items: drawSchema(world, depth), ...limits }
  return {
    type: 'array',
    prefixItems: random.times(1, 3, () => drawSchema(world, depth)),
    ...random.maybe(0.6, () => ({ items: random.chance(0.5) ? false : drawSchema(world, depth) })),
    ...random.maybe(0.3, () => ({ minItems: 1 })),
  }
}

export function object(world: World, depth: number): Schema {
  const { random, names, is30 } = world
  const properties = Object.fromEntries(random.times(0, 4, () => [names.property(), member(world, depth)]))
  const required = random.some(Object.keys(properties), 0.4)
  const all = random.chance(0.05) ? [...required, 'unmentioned'] : required
  return {
    ...random.maybe(0.9, () => ({ type: 'object' })),
    properties,
    ...(all.length > 0 && { required: all }),
    ...random.maybe(0.3, () => ({
      additionalProperties: random.chance(0.5) ? random.chance(0.5) : drawSchema(world, depth),
    })),
    ...random.maybe(0.05, () => ({ minProperties: 1 })),
    ...(!is30 && random.maybe(0.1, () => ({ patternProperties: { '^x-': drawSchema(world, depth) } }))),
    ...(!is30 && random.maybe(0.05, () => ({ propertyNames: { maxLength: 30 } }))),
    ...(!is30 &&
      random.maybe(0.05, () => ({ unevaluatedProperties: random.chance(0.5) ? false : { type: 'string' } }))),
    ...(!is30 && random.maybe(0.05, () => ({ dependentRequired: { id: ['name'] } }))),
  }
}

function member(world: World, depth: number): unknown {
  const { random } = world
  const schema = drawSchema(world, depth)
  if (typeof schema !== 'object' || schema === null || '$ref' in schema) return schema
  return {
    ...schema,
    ...random.maybe(0.1, () => ({ [random.oneOf(['readOnly', 'writeOnly', 'deprecated'])]: true })),
  }
}

function map(world: World, depth: number): Schema {
  return { type: 'object', additionalProperties: drawSchema(world, depth) }
}

function alternatives(world: World, depth: number): Schema {
  const { random } = world
  return { [random.oneOf(['oneOf', 'anyOf'])]: random.times(1, 3, () => drawSchema(world, depth)) }
}

/** Objects that share no property, so that a value can satisfy all of them. */
function together(world: World, depth: number): Schema {
  const { random } = world
  const parts = random.times(1, 3, (index) => apart(object(world, depth), index))
  return { allOf: parts, ...random.maybe(0.3, () => apart(object(world, depth), parts.length)) }
}

function open({ additionalProperties: _, unevaluatedProperties: __, ...schema }: Schema): Schema {
  return schema
}

/** Without what the other parts would have to satisfy as well. */
function apart(schema: Schema, index: number): Schema {
  const { properties = {}, required = [], type = 'object' } = schema
  const own = Object.entries(properties).map(([name, property]) => [`${name}${index}`, property])
  return {
    type,
    properties: Object.fromEntries(own),
    ...(required.length > 0 && { required: required.map((name) => `${name}${index}`) }),
  }
}

function excluded(world: World, depth: number): Schema {
  const { random } = world
  return random.chance(0.5)
    ? { ...object(world, depth), not: { required: ['forbidden'] } }
    : { not: { type: 'boolean' } }
}

/** What JSON Schema 2020-12 has beyond the dialect of 3.0; there, an object. */
function newer(world: World, depth: number): Schema {
  const { random, is30, schemas } = world
  if (is30) return object(world, depth)
  return random.oneOf<() => Schema>([
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    () => ({ if: { required: ['id'] }, then: { properties: { id: { type: 'string' } } }, else: {} }),
    () => ({ type: ['string', 'integer', 'null'] }),
    () => ({ type: 'array', contains: { type: 'integer' }, minContains: 1, items: { type: 'integer' } }),
    () => ({ dependentSchemas: { id: { required: ['name'] } } }),
    () => ({ $defs: { inner: { type: 'string' } }, type: 'object' }),
    () =>
      schemas.length === 0
        ? {}
        : { ...reference(world), description: 'beside', ...random.maybe(0.3, () => ({ minProperties: 0 })) },
  ])()
}

/** Alternatives of objects that a property tells apart, with the schemas that it refers to. */
export function discriminated(world: World, prefix: string): Readonly<Record<string, Schema>> {
  const { random } = world
  const variants = random.times(1, 3, (index) => `${prefix}Variant${index}`)
  const references = variants.map((name) => ({ $ref: `#/components/schemas/${name}` }))
  const mapping = variants.map((name, index) => [
    random.oneOf([`kind-${index}`, name]),
    random.chance(0.5) ? `#/components/schemas/${name}` : name,
  ])
  const told = random.chance(0.5) ? { mapping: Object.fromEntries(mapping) } : {}
  // A schema may say itself what it is called, and then nothing else is right.
  const isNamed = random.chance(0.3)
  const variant = (index: number) => {
    const { properties, required = [] } = open(object(world, 2))
    const [value = ''] = mapping[index] ?? []
    const own = isNamed ? { enum: [random.oneOf([value, `own-${index}`])] } : {}
    return {
      type: 'object',
      properties: { ...(properties as object), kind: { type: 'string', ...own } },
      required: [...(required as string[]).filter((name) => name !== 'kind'), 'kind'],
    }
  }
  return {
    [prefix]: { oneOf: references, discriminator: { propertyName: 'kind', ...told } },
    [`${prefix}Part`]: { allOf: [{ $ref: `#/components/schemas/${prefix}` }, open(object(world, 2))] },
    ...Object.fromEntries(variants.map((name, index) => [name, variant(index)])),
  }
}

/** A named schema: an object, where `isObject`, with the property that deep references lead to. */
export function drawNamedSchema(world: World, isObject: boolean): unknown {
  if (!isObject) return withoutOwnReference(world, drawSchema(world))
  const { properties, ...others } = object(world, 0)
  return { ...others, properties: { ...(properties as object), anchor: { type: 'string' } } }
}

/** A schema that is nothing but a reference may lead to itself, which no document means. */
function withoutOwnReference({ random }: World, schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null || !('$ref' in schema)) return schema
  return { type: random.oneOf(['string', 'integer']) }
}

function nullable({ random, is30 }: World, schema: Schema): Schema {
  if (!random.chance(0.1) || typeof schema['type'] !== 'string' || 'enum' in schema) return schema
  return is30 ? { ...schema, nullable: true } : { ...schema, type: [schema['type'], 'null'] }
}

function annotated({ random, is30 }: World, schema: Schema): Schema {
  if ('$ref' in schema && is30) return schema
  return {
    ...schema,
    ...random.maybe(0.1, () => ({ title: random.oneOf(['Title', 'A title', 'class']) })),
    ...random.maybe(0.15, () => ({ description: drawProse(random) })),
  }
}
