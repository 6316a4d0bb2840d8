import { resolveSchema } from './reference.ts'
import type { Schema, SourceDocument } from './source.ts'

/**
 * A plain value of a schema, for a document that gives no example: its own example, default or constant where it has
 * one, else the simplest value of its type. Optional members and elements are left out.
 */
export function sampleOf(document: SourceDocument, schema: Schema): unknown {
  const target = resolveSchema(document, schema)
  const given = [target.examples?.[0], target.const, target.default, target.enum?.[0]].find(
    (value) => value !== undefined,
  )
  if (given !== undefined) return given
  const [variant] = target.oneOf ?? target.anyOf ?? []
  if (variant) return sampleOf(document, variant)
  if (target.allOf)
    return Object.assign(
      {},
      ...target.allOf.map((part) => sampleOf(document, part)),
      ownMembers(document, target),
    )
  return sampleOfType(document, target)
}

function sampleOfType(document: SourceDocument, schema: Schema): unknown {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  switch (type) {
    case 'string':
      return sampleText(schema)
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    case 'array':
      return schema.items && schema.minItems ? [sampleOf(document, schema.items)] : []
    case 'null':
      return null
    default:
      return ownMembers(document, schema)
  }
}

function ownMembers(document: SourceDocument, schema: Schema): Record<string, unknown> {
  const required = schema.required ?? []
  const members = Object.entries(schema.properties ?? {}).filter(([name]) => required.includes(name))
  return Object.fromEntries(members.map(([name, member]) => [name, sampleOf(document, member)]))
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
  return text.padEnd(schema.minLength ?? 0, 'x')
}
