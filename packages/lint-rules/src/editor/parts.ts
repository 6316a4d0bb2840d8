import { knownFormats } from '../formats.ts'

/** A JSON Schema. */
export type JsonSchema = Readonly<Record<string, unknown>>

const description = 'Full sentences for readers.'
export const text: JsonSchema = { type: 'string', minLength: 1 }
export const day: JsonSchema = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' }
export const mark: JsonSchema = { const: true }

/** An object with these keys, extensions of any kind, and no others. */
export const closed = (properties: JsonSchema, required: readonly string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  patternProperties: { '^x-': {} },
  additionalProperties: false,
  required,
})

const reference: JsonSchema = {
  type: 'object',
  required: ['$ref'],
  properties: {
    $ref: { ...text, description: 'A file, relative to this one.' },
    description: text,
    summary: text,
  },
}

/** A part, or a reference to the file that has it. */
export const orReference = (name: string): JsonSchema => ({
  if: { type: 'object', required: ['$ref'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: reference,
  else: { $ref: `#/$defs/${name}` },
})

const mapOf = (schema: JsonSchema): JsonSchema => ({ type: 'object', additionalProperties: schema })

const deprecation: JsonSchema = {
  deprecated: mark,
  'x-sunset': { ...day, description: 'From which day it may stop working.' },
  'x-replaced-by': { ...text, description: 'The name of what replaces it.' },
  'x-deprecated-reason': { ...text, description: 'Why, or what to do instead.' },
}

const types = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']
const oneSchema: JsonSchema = { $ref: '#/$defs/schema' }
const schemas: JsonSchema = { type: 'array', items: oneSchema, minItems: 1 }
const count: JsonSchema = { type: 'integer', minimum: 0 }
const number: JsonSchema = { type: 'number' }

/** A schema with the keywords of JSON Schema 2020-12 and OpenAPI 3.1. */
const schema: JsonSchema = {
  ...closed({
    $ref: { ...text, description: 'A file, relative to this one.' },
    type: { anyOf: [{ enum: types }, { type: 'array', items: { enum: types }, uniqueItems: true }] },
    title: text,
    description: { ...text, description },
    format: { enum: knownFormats },
    ...{ enum: { type: 'array', minItems: 1 }, const: {}, default: {}, examples: { type: 'array' } },
    ...{ properties: mapOf(oneSchema), patternProperties: mapOf(oneSchema), $defs: mapOf(oneSchema) },
    required: {
      type: 'array',
      items: text,
      uniqueItems: true,
      description: 'Names of properties; empty where none is.',
    },
    ...{ additionalProperties: { anyOf: [{ type: 'boolean' }, oneSchema] }, propertyNames: oneSchema },
    ...{ items: oneSchema, prefixItems: schemas, contains: oneSchema, not: oneSchema },
    ...{ allOf: schemas, anyOf: schemas, oneOf: schemas },
    ...Object.fromEntries(['if', 'then', 'else'].map((key) => [key, oneSchema])),
    ...{ minLength: count, maxLength: count, minItems: count, maxItems: count },
    ...{ minProperties: count, maxProperties: count, uniqueItems: { type: 'boolean' } },
    ...{ minimum: number, maximum: number, exclusiveMinimum: number, exclusiveMaximum: number },
    ...{ multipleOf: number, pattern: { type: 'string', format: 'regex' } },
    ...{ contentEncoding: text, contentMediaType: text, contentSchema: oneSchema },
    ...{ readOnly: { type: 'boolean' }, writeOnly: { type: 'boolean' }, discriminator: {}, externalDocs: {} },
    ...deprecation,
    'x-secret': { ...mark, description: 'Its values must never be logged.' },
    'x-draft': { ...mark, description: 'Designed, and in no release yet.' },
    'x-enum-deprecated': mapOf(text),
  }),
  // Every object says which of its properties are required.
  if: { properties: { type: { const: 'object' } }, required: ['type'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { required: ['required'] },
}

const content = mapOf(
  closed({ schema: oneSchema, example: {}, examples: mapOf(orReference('example')), encoding: {} }, [
    'schema',
  ]),
)

const example = closed(
  { summary: { ...text, maxLength: 60 }, description: text, value: {}, externalValue: text, 'x-cure': text },
  ['summary'],
)

const header = closed(
  {
    description: { ...text, description },
    required: { type: 'boolean' },
    schema: oneSchema,
    example: {},
    ...deprecation,
  },
  ['description', 'schema'],
)

const parameter = closed(
  {
    name: text,
    in: { enum: ['path', 'query', 'header', 'cookie'] },
    description: { ...text, description },
    required: { type: 'boolean' },
    ...{ schema: oneSchema, content, example: {}, examples: mapOf(orReference('example')) },
    ...{ style: text, explode: { type: 'boolean' }, allowReserved: { type: 'boolean' } },
    ...deprecation,
    'x-draft': { ...mark, description: 'Designed, and in no release yet.' },
  },
  ['name', 'in', 'description'],
)

const link = closed(
  {
    operationId: text,
    operationRef: text,
    parameters: mapOf({}),
    requestBody: {},
    description: { ...text, pattern: '\\.\\s*$' },
  },
  ['description'],
)

const response = closed(
  {
    description: { ...text, description },
    headers: mapOf(orReference('header')),
    content,
    links: mapOf(orReference('link')),
    'x-cure': { ...text, description: 'What the caller can do about it.' },
  },
  ['description'],
)

const requestBody = closed(
  { description: { ...text, description }, required: { type: 'boolean' }, content },
  ['content'],
)

/** The parts of a document that have a file of their own, or may stand in one. */
export const parts = { schema, example, header, parameter, link, response, requestBody }

/** What an operation says of being deprecated. */
export const operationDeprecation: JsonSchema = {
  ...deprecation,
  'x-deprecated-since': { ...day, description: 'Since which day it is deprecated.' },
}

export { mapOf }
