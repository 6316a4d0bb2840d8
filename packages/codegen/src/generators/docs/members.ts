import { capitalized, readDeprecation, resolveSchema, type Schema } from '../../model/index.ts'
import type { Context } from './context.ts'
import { deprecatedValuesNote, deprecationNote } from './deprecated.ts'
import { draftNote, isDraftMember } from './draft.ts'
import { code, sentence, table } from './markdown.ts'
import { prose } from './prose.ts'
import { limitsOf } from './schema-limits.ts'
import { typeOf } from './schema-type.ts'

interface Member {
  /** With the names of the inline objects around it: `dimensions.width`, `authors[].name`. */
  readonly name: string
  readonly schema: Schema
  readonly required: boolean
}

/** A table of the members of an object, those of inline objects included; named schemas have tables of their own. */
export function membersTable(context: Context, schema: Schema): string {
  const rows = membersOf(schema).map(({ name, schema: member, required }) => [
    code(name),
    typeOf(context, member),
    required ? 'yes' : 'no',
    explain(context, member),
  ])
  return table(['Member', 'Type', 'Required', 'Description'], rows)
}

/** The description of a value, its limits and an example. A reference adds what its target says. */
export function explain(context: Context, schema: Schema, example?: unknown): string {
  const target = resolveSchema(context.model.source, schema)
  const whole = { ...target, ...schema }
  const shown = example ?? schema.examples?.[0] ?? target.examples?.[0]
  const parts = [
    draftNote(isDraftMember(whole)),
    deprecationNote(context, readDeprecation(whole)),
    prose(context, sentence(schema.description ?? target.description ?? '')),
    sentence(capitalized(limitsOf(whole).join(', '))),
    deprecatedValuesNote(context, whole),
    shown === undefined || typeof shown === 'object' ? '' : `Example: ${code(JSON.stringify(shown))}`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function membersOf(schema: Schema, prefix = ''): Member[] {
  const parts = (schema.allOf ?? []).filter((part) => part.$ref === undefined)
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, member]) => {
    const name = `${prefix}${key}`
    const required = schema.required?.includes(key) ?? false
    return [{ name, schema: member, required }, ...inlineMembers(name, member)]
  })
  return [...parts.flatMap((part) => membersOf(part, prefix)), ...own]
}

function inlineMembers(name: string, member: Schema): Member[] {
  if (member.$ref !== undefined) return []
  return member.items && member.items.$ref === undefined
    ? membersOf(member.items, `${name}[].`)
    : membersOf(member, `${name}.`)
}
