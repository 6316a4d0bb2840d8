import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { generateSync } from 'json-schema-faker'
import { valuesOfProperty } from './discriminator.ts'
import type { Example } from './example.ts'
import { patternEngine } from './pattern-test.ts'
import { referenceName, resolveSchema } from './reference.ts'
import { deepestSample, mostParts, partsOfAny, SampleBudget, TooLargeError } from './sample-budget.ts'
import { isMembers, mapSchema, mapSchemasIn } from './schema-walk.ts'
import type { Schema, SourceDocument } from './source.ts'

/**
 * A plain value of a schema, for a document that gives no example: its own example, default or constant where it has
 * one, else the simplest value of its type. Optional members and elements are left out. It satisfies the schema wherever a value
 * does that a generator of samples finds.
 */
export function sampleOf(document: SourceDocument, schema: Schema): unknown {
  const known = samples.get(schema)
  if (known) return structuredClone(known.value)
  const value = findSample(document, schema)
  samples.set(schema, { value })
  return structuredClone(value)
}

const samples = new WeakMap<Schema, { readonly value: unknown }>()

function findSample(document: SourceDocument, schema: Schema): unknown {
  const simplest = simplestOf(document, schema)?.value
  if (satisfies(document, schema, simplest)) return simplest
  const generated = generatedOf(document, schema)
  return satisfies(document, schema, generated) ? generated : (simplest ?? null)
}

/** The first of the examples that is as their schema says: a document may have others, and a program with one would not compile. */
export function rightExample(
  document: SourceDocument,
  { examples, schema }: { readonly examples: readonly Example[]; readonly schema: Schema },
): Example | undefined {
  return examples.find((example) => {
    const isRight = rightExamples.get(example) ?? satisfies(document, schema, example.value)
    rightExamples.set(example, isRight)
    return isRight
  })
}

const rightExamples = new WeakMap<Example, boolean>()

/** Why nobody could write a value of a schema; `undefined` where there is one. It follows what uses the schema in a sentence. */
export function problemOfValues(document: SourceDocument, schema: Schema): string | undefined {
  try {
    if (simplestOf(document, schema) !== undefined) return undefined
    return 'has a schema whose required members hold it again, so that no value could end. Expected one that is not required.'
  } catch (error) {
    if (!(error instanceof TooLargeError)) throw error
    return `has a schema whose smallest value has more than ${mostParts} parts. Expected one of which an example can be made up, or "examples" in the schema.`
  }
}

/** Absent where a value would have to hold itself. */
type Sample = { readonly value: unknown } | undefined

function simplestOf(document: SourceDocument, schema: Schema): Sample {
  return simplestWithin(document, schema, { above: [], budget: new SampleBudget() })
}

interface Surroundings {
  /** The schemas on the way, because a schema may contain itself. */
  readonly above: readonly Schema[]
  readonly budget: SampleBudget
}

function simplestWithin(document: SourceDocument, schema: Schema, { above, budget }: Surroundings): Sample {
  const target = resolveSchema(document, schema)
  const given = [target.examples?.[0], target.const, target.default, target.enum?.[0]].find(
    (value) => value !== undefined,
  )
  budget.spend(given === undefined ? partsOfAny(target) : 1)
  if (given !== undefined) return { value: given }
  if (above.includes(target)) return undefined
  if (above.length > deepestSample) throw new TooLargeError()
  const around = { above: [...above, target], budget }
  const inner = (part: Schema) => simplestWithin(document, part, around)
  const variants = target.oneOf ?? target.anyOf
  const plain = target.allOf ? allOf(target, inner) : simplestOfType(target, inner, budget)
  const own = told(document, { heir: schema, ...target }, plain)
  if (!variants) return own
  const variant = firstOf(variants, (part) => discriminated(document, target, { part, sample: inner(part) }))
  return variant && isObject(variant.value) && isObject(own?.value)
    ? { value: { ...own.value, ...variant.value } }
    : variant
}

/** The others are not looked at, because each may have alternatives again. */
function firstOf(parts: readonly Schema[], sample: (part: Schema) => Sample): Sample {
  for (const part of parts) {
    const found = sample(part)
    if (found !== undefined) return found
  }
  return undefined
}

/** The property that tells variants apart says which one it is: by the mapping, else by the name of the schema (OpenAPI 3.1.1, section 4.8.25). */
function discriminated(
  document: SourceDocument,
  { discriminator }: Schema,
  { part, sample }: { readonly part: Schema; readonly sample: Sample },
): Sample {
  const { $ref } = part
  if (!discriminator || $ref === undefined || !isObject(sample?.value)) return sample
  const { propertyName, mapping = {} } = discriminator
  const name = referenceName($ref)
  const [mapped] = Object.entries(mapping).find(([, target]) => target === $ref || target === name) ?? [name]
  // What the schema itself says is right in any case.
  const own = valuesOfProperty(document, part, propertyName) ?? [mapped]
  return { value: { ...sample.value, [propertyName]: own.includes(mapped) ? mapped : own[0] } }
}

/** What it inherits may tell it from its siblings. */
function told(
  document: SourceDocument,
  { heir, allOf: parts = [] }: Schema & { readonly heir: Schema },
  sample: Sample,
): Sample {
  return parts.reduce(
    (found, part) => discriminated(document, resolveSchema(document, part), { part: heir, sample: found }),
    sample,
  )
}

function allOf(schema: Schema, inner: (part: Schema) => Sample): Sample {
  const parts = [...(schema.allOf ?? []).map(inner), ownMembers(schema, inner)]
  const known = parts.filter((part) => part !== undefined)
  if (known.length < parts.length) return undefined
  const [first] = known
  return known.every(({ value }) => isObject(value))
    ? { value: Object.assign({}, ...known.map(({ value }) => value)) }
    : first
}

function simplestOfType(schema: Schema, inner: (part: Schema) => Sample, budget: SampleBudget): Sample {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  switch (type) {
    case 'string':
      return { value: sampleText(schema) }
    case 'integer':
    case 'number':
      return { value: schema.minimum ?? 1 }
    case 'boolean':
      return { value: true }
    case 'array':
      return sampleList(schema, inner, budget)
    case 'null':
      return { value: null }
    default:
      return ownMembers(schema, inner)
  }
}

/** The first items each have a schema of their own where the list says so, and all others the same. */
function sampleList(
  { prefixItems = [], items = {}, minItems = 0 }: Schema,
  inner: (part: Schema) => Sample,
  budget: SampleBudget,
): Sample {
  const first = prefixItems.slice(0, minItems).map(inner)
  const left = minItems - first.length
  const other = left > 0 ? budget.times(left, () => inner(items)) : undefined
  const all = [...first, ...Array.from({ length: left }, () => other)]
  return all.includes(undefined) ? undefined : { value: all.map((item) => item?.value) }
}

function ownMembers(schema: Schema, inner: (part: Schema) => Sample): Sample {
  const required = schema.required ?? []
  const [kind] = Object.keys(schema.discriminator?.mapping ?? {})
  const members = Object.entries(schema.properties ?? {})
    .filter(([name]) => required.includes(name))
    .map(([name, member]) => [name, inner(member)] as const)
  if (members.some(([, sample]) => sample === undefined)) return undefined
  const told = members.map(([name, sample]) => {
    const isKind = kind !== undefined && name === schema.discriminator?.propertyName
    return [name, isKind ? kind : sample?.value]
  })
  return { value: Object.fromEntries(told) }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const textByFormat: Readonly<Record<string, string>> = {
  date: '2026-11-23',
  'date-time': '2026-11-23T12:00:00Z',
  email: 'ada@example.com',
  uri: 'https://example.com/',
  uuid: '3f6c1c1e-7c0f-4d0e-9f0a-2b1d6a5e4c3b',
}

function sampleText(schema: Schema): string {
  const text = textByFormat[schema.format ?? ''] ?? 'text'
  return text.padEnd(schema.minLength ?? 0, 'x').slice(0, schema.maxLength)
}

/** The same for the same schema, because it begins with the same seed. */
function generatedOf(document: SourceDocument, schema: Schema): unknown {
  try {
    const standalone = { ...Object(mapSchema(schema, withinDefinitions)), ...definitionsOf(document) }
    return generateSync(standalone, { seed: 1, alwaysFakeOptionals: false, optionalsProbability: 0 })
  } catch {
    // It has no value for some schemas, such as those that nothing satisfies.
    return undefined
  }
}

const definitions = new WeakMap<SourceDocument, object>()

/** The named schemas of a document where the generator finds them, made once for all samples. */
function definitionsOf(document: SourceDocument): object {
  const known = definitions.get(document)
  if (known) return known
  const made: object = Object(mapSchema({ $defs: document.components?.schemas }, withinDefinitions))
  definitions.set(document, made)
  return made
}

/** The generator finds schemas in `$defs`. */
function withinDefinitions(schema: unknown): unknown {
  if (!isMembers(schema) || typeof schema['$ref'] !== 'string') return schema
  return { ...schema, $ref: schema['$ref'].replace('#/components/schemas/', '#/$defs/') }
}

const validators = new WeakMap<SourceDocument, Ajv2020>()

function satisfies(document: SourceDocument, schema: Schema, value: unknown): boolean {
  try {
    const typed = Object(mapSchema(schema, withImpliedType))
    return validatorOf(document).compile({ ...typed, components: typedComponentsOf(document) })(value)
  } catch {
    // A schema that does not compile, a pattern that is none for example, holds nothing to anything.
    return true
  }
}

const typedComponents = new WeakMap<SourceDocument, unknown>()

function typedComponentsOf(document: SourceDocument): unknown {
  const known = typedComponents.get(document)
  if (known) return known
  const made = mapSchemasIn(document.components, withImpliedType)
  typedComponents.set(document, made)
  return made
}

/** With properties and without a type, anything but an object satisfies a schema, too; nobody means that, and its type is one of objects. */
function withImpliedType(schema: unknown): unknown {
  const isImplied = isMembers(schema) && isMembers(schema['properties']) && schema['type'] === undefined
  return isImplied ? { ...schema, type: 'object' } : schema
}

function validatorOf(document: SourceDocument): Ajv2020 {
  const known = validators.get(document)
  if (known) return known
  const ajv = new Ajv2020({
    strict: false,
    validateSchema: false,
    logger: false,
    code: { regExp: patternEngine },
  })
  addFormats.default(ajv)
  validators.set(document, ajv)
  return ajv
}
