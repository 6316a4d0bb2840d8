import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { Schema, Schemas } from './operation.ts'

/** One place in which a value leaves its schema. */
export interface Nonconformity {
  /** JSON pointer into the value, with 0 for every index: `/0/email`; empty for the value itself. */
  readonly place: string
  /** `a string`, `a date-time`, `at most 50 characters` */
  readonly expected: string
  /** `null`, `a number`, `absent` */
  readonly actual: string
  /** Where the document says so; undefined where that is in no named schema. */
  readonly pointer: string | undefined
}

/** Says in which places a value leaves a schema: nowhere where it satisfies it. */
export type Conformance = (schema: Schema, value: unknown) => readonly Nonconformity[]

/** Checks values against schemas that may refer to `#/components/schemas/…`. Each schema is compiled once. */
export function createConformance(schemas: Schemas): Conformance {
  // Not strict: OpenAPI adds keywords to JSON Schema (`example`, `x-secret`) that Ajv does not know.
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true })
  formats.default(ajv)
  const compiled = new WeakMap<Schema, ValidateFunction>()
  const pointers = indexSchemas(schemas)
  const compile = (schema: Schema) => {
    const known = compiled.get(schema)
    if (known) return known
    const validate = ajv.compile({ ...schema, components: { schemas } })
    compiled.set(schema, validate)
    return validate
  }
  return (schema, value) => {
    const validate = compile(schema)
    return validate(value)
      ? []
      : distinct((validate.errors ?? []).filter(isOwn).map((error) => toNonconformity(error, pointers)))
  }
}

/** `anyOf` and its kind report each of their branches, too: the whole is enough. */
function isOwn({ schemaPath }: ErrorObject): boolean {
  return !/\/(?:anyOf|oneOf)\/\d+\//.test(schemaPath)
}

/** The same problem in each item of a list is one, and so is a value that is wrong in several ways. */
function distinct(found: readonly Nonconformity[]): readonly Nonconformity[] {
  const byPlace = new Map<string, Nonconformity>()
  for (const each of found) if (!byPlace.has(each.place)) byPlace.set(each.place, each)
  return [...byPlace.values()]
}

/** Where each part of the named schemas stands: what Ajv tells begins anew at some references. */
function indexSchemas(schemas: Schemas): Pointers {
  const pointers = new Map<unknown, string>()
  const add = (value: unknown, pointer: string) => {
    if (typeof value !== 'object' || value === null || pointers.has(value)) return
    pointers.set(value, pointer)
    for (const [name, part] of Object.entries(value)) add(part, `${pointer}/${name}`)
  }
  for (const [name, schema] of Object.entries(schemas)) add(schema, `/components/schemas/${name}`)
  return pointers
}

type Pointers = ReadonlyMap<unknown, string>

function toNonconformity(error: ErrorObject, pointers: Pointers): Nonconformity {
  const { keyword, params, instancePath, parentSchema } = error
  const member: unknown = keyword === 'required' ? params['missingProperty'] : params['additionalProperty']
  const pointer = pointers.get(parentSchema)
  if (typeof member !== 'string')
    return {
      place: withoutIndexes(instancePath),
      expected: describeKeyword(error),
      actual: describeValue(error),
      pointer,
    }
  const isMissing = keyword === 'required'
  return {
    place: withoutIndexes(`${instancePath}/${member}`),
    expected: isMissing ? 'present' : 'absent',
    actual: isMissing ? 'absent' : 'present',
    pointer: pointer && `${pointer}/properties/${member}`,
  }
}

function withoutIndexes(pointer: string): string {
  return pointer.replaceAll(/\/\d+(?=\/|$)/g, '/0')
}

/** What a keyword of JSON Schema asks for, in words. */
const demands: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => string>> = {
  type: ({ type }) => describeTypes(type),
  format: ({ format }) => `the format ${String(format)}`,
  pattern: ({ pattern }) => `a match of ${String(pattern)}`,
  enum: ({ allowedValues }) => `one of ${JSON.stringify(allowedValues)}`,
  const: ({ allowedValue }) => JSON.stringify(allowedValue) ?? 'another value',
  minLength: ({ limit }) => `at least ${String(limit)} characters`,
  maxLength: ({ limit }) => `at most ${String(limit)} characters`,
  minimum: ({ limit }) => `at least ${String(limit)}`,
  maximum: ({ limit }) => `at most ${String(limit)}`,
  minItems: ({ limit }) => `at least ${String(limit)} items`,
  maxItems: ({ limit }) => `at most ${String(limit)} items`,
}

function describeKeyword({ keyword, params, message }: ErrorObject): string {
  return demands[keyword]?.(params) ?? message?.replace(/^must /, '') ?? `what ${keyword} asks for`
}

function describeTypes(type: unknown): string {
  const types = Array.isArray(type) ? type : [type]
  return types.map((each) => article(String(each))).join(' or ')
}

/** The kind of value where the kind is wrong; else that it is one that the keyword does not allow. */
function describeValue({ keyword, data }: ErrorObject): string {
  if (keyword === 'type') return article(typeOf(data))
  if (keyword === 'minimum' || keyword === 'maximum') return String(data)
  if (keyword === 'const' || keyword === 'enum') return shortened(data)
  if (keyword === 'minLength') return 'a shorter text'
  if (keyword === 'maxLength') return 'a longer text'
  return `${article(typeOf(data))} that is not`
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? 'absent'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function article(type: string): string {
  if (type === 'null') return type
  return /^[aio]/.test(type) ? `an ${type}` : `a ${type}`
}
