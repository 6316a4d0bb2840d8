import { type DocumentModel, referenceName, resolveSchema, type Schema } from '../../model/index.ts'
import type { Context } from './context.ts'
import { code, either, link } from './markdown.ts'

/** What a value is, in words, with named schemas as links: `array of [User](/schemas/#user)`. */
export function typeOf(context: Context, schema: Schema): string {
  const inner = (part: Schema) => typeOf(context, part)
  if (schema.$ref !== undefined) return namedType(context, schema, schema.$ref)
  if (schema.const !== undefined) return code(JSON.stringify(schema.const))
  if (schema.enum) return `one of ${either(schema.enum.map((value) => code(JSON.stringify(value))))}`
  const variants = schema.oneOf ?? schema.anyOf
  if (variants) return either(variants.map(inner))
  if (schema.allOf) return either(schema.allOf.map(inner), 'and')
  return either(typeNames(schema).map((name) => plainType(name, schema, inner)))
}

/** The same as TypeScript writes it, without links: `User[]`. A named string is `string`. */
export function typeName(model: DocumentModel, schema: Schema): string {
  const inner = (part: Schema) => typeName(model, part)
  if (schema.$ref !== undefined) return scalarName(model, schema) ?? referenceName(schema.$ref)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const variants = schema.oneOf ?? schema.anyOf
  if (variants) return variants.map(inner).join(' | ')
  if (schema.allOf) return schema.allOf.map(inner).join(' & ')
  return typeNames(schema)
    .map((name) => plainTypeName(name, schema, inner))
    .join(' | ')
}

function namedType({ model, links }: Context, schema: Schema, reference: string): string {
  const name = referenceName(reference)
  const scalar = scalarName(model, schema)
  return `${link(name, links.schema(name))}${scalar === undefined ? '' : ` (${scalar})`}`
}

/** What a named schema is where that is one word: a name such as `Email` does not say that it is a string. */
function scalarName(model: DocumentModel, schema: Schema): string | undefined {
  const { type } = resolveSchema(model.source, schema)
  if (typeof type !== 'string' || type === 'object' || type === 'array') return undefined
  return type === 'integer' ? 'number' : type
}

function typeNames({ type, properties }: Schema): readonly string[] {
  if (type === undefined) return [properties ? 'object' : 'any']
  return typeof type === 'string' ? [type] : type
}

function plainType(name: string, schema: Schema, inner: (part: Schema) => string): string {
  if (name === 'array' && schema.prefixItems) return `list of ${either(schema.prefixItems.map(inner), 'and')}`
  if (name === 'array' && schema.items) return `array of ${inner(schema.items)}`
  if (name === 'object' && typeof schema.additionalProperties === 'object') {
    return `map of ${inner(schema.additionalProperties)}`
  }
  return schema.format && name !== 'null' ? `${name} (${schema.format})` : name
}

function plainTypeName(name: string, schema: Schema, inner: (part: Schema) => string): string {
  if (name === 'array' && schema.prefixItems) return `[${schema.prefixItems.map(inner).join(', ')}]`
  if (name === 'array') return arrayName(inner(schema.items ?? {}))
  if (name === 'object' && typeof schema.additionalProperties === 'object') {
    return `Record<string, ${inner(schema.additionalProperties)}>`
  }
  return name === 'integer' ? 'number' : name
}

function arrayName(item: string): string {
  return /[|&]/.test(item) ? `(${item})[]` : `${item}[]`
}
