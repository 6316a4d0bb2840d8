import type { JsonObject, Schema } from '../document/operation.ts'
import { membersOf, resolveSchema, typesOf } from '../document/values-of.ts'
import { schemas } from '../generated/schemas.ts'

/** What servers call things that no caller may choose, beside the names of the document. */
const commonNames = { owner: true, role: 'admin', is_superadmin: true, admin: true }

/** Values that differ from what a server would store by itself, where the example of the document does not. */
const unusual: JsonObject = { login_type: 'github', verified: false, label: 'taken from the body' }

/** The account and the workspace named by properties that do not belong in a body. */
export interface Named {
  readonly email: string
  readonly username: string
  readonly workspace: string
}

/**
 * Properties that other schemas have and this one has not, each with a value that would do harm: a server that copies a body
 * into what it stores takes them over.
 */
export function foreignMembers(own: Schema, named: Named): JsonObject {
  const known = membersOf(own)
  const all = Object.values<Schema>(schemas).flatMap((schema) => Object.entries(membersOf(schema)))
  const foreign = all.flatMap(([name, member]) => {
    if (Object.hasOwn(known, name)) return []
    return [[name, harmful(name, resolveSchema(schemas, member), named)] as const]
  })
  return { ...Object.fromEntries(foreign), ...commonNames }
}

function harmful(name: string, schema: Schema, named: Named): unknown {
  if (name === 'email' || name === 'username') return named[name]
  if (name === 'workspace_id') return named.workspace
  if (Object.hasOwn(unusual, name)) return unusual[name]
  if (typesOf(schema).includes('boolean')) return true
  const { examples } = schema
  return Array.isArray(examples) ? examples[0] : null
}
