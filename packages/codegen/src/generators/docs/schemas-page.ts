import { type DocumentModel, type NamedSchema, readDeprecation, type Schema } from '../../model/index.ts'
import { type Context, siteContext } from './context.ts'
import { deprecatedValuesNote, deprecationNote } from './deprecated.ts'
import { blocks, code, codeBlock, frontMatter, link, section } from './markdown.ts'
import { membersTable } from './members.ts'
import { prose } from './prose.ts'
import { limitsOf } from './schema-limits.ts'
import { typeOf } from './schema-type.ts'
import { schemaUses } from './schema-uses.ts'

/** One page for all named schemas, with their members and limits, and where each is used. */
export function schemasPage(model: DocumentModel): string {
  return `${blocks(
    frontMatter({
      title: 'Schemas',
      description: 'Every named schema of the document, its members and their limits.',
    }),
    ...schemasByName(model).map((named) => schemaPart(siteContext(model), named, `## ${named.name}`)),
  )}\n`
}

export function schemasByName({ schemas }: DocumentModel): readonly NamedSchema[] {
  return schemas.toSorted((first, second) => (first.name < second.name ? -1 : 1))
}

export function schemaPart(context: Context, { name, schema }: NamedSchema, heading: string): string {
  return section(
    heading,
    blocks(
      deprecationNote(context, readDeprecation(schema)),
      prose(context, schema.description ?? ''),
      shape(context, schema),
      deprecatedValuesNote(context, schema),
      membersTable(context, schema),
      example(schema),
      usesOf(context, name),
    ),
  )
}

/** What it is, where a table of members does not say it. */
function shape(context: Context, schema: Schema): string {
  const references = schema.allOf?.filter((part) => part.$ref !== undefined) ?? []
  if (references.length > 0) {
    return `Everything of ${references.map((part) => typeOf(context, part)).join(' and ')}, and:`
  }
  if (schema.properties || schema.allOf) return ''
  return [`Type: ${typeOf(context, schema)}`, ...limitsOf(schema)].join(', ')
}

function example({ examples }: Schema): string {
  if (examples?.[0] === undefined) return ''
  return typeof examples[0] === 'string'
    ? codeBlock('text', examples[0])
    : codeBlock('json', JSON.stringify(examples[0], null, 2))
}

/** Up to this many users of a schema are named; more of them say nothing about it. */
const namedUses = 8

function usesOf({ model, links }: Context, name: string): string {
  const uses = schemaUses(model, name)
  if (uses.operations.length > namedUses) return `Used by ${uses.operations.length} operations.`
  const users = [
    ...uses.operations.map((id) => link(code(id), links.operation(id))),
    ...uses.schemas.map((user) => link(user, links.schema(user))),
  ]
  return users.length === 0 ? '' : `Used by ${users.join(', ')}.`
}
