import { type DocumentModel, referenceName, type Schema, schemasOf } from '../../model/index.ts'

/** Who refers to a named schema without another name between. */
export interface SchemaUses {
  readonly operations: readonly string[]
  readonly schemas: readonly string[]
}

export function schemaUses(model: DocumentModel, name: string): SchemaUses {
  const uses = usesOf.get(model) ?? readUses(model)
  usesOf.set(model, uses)
  return { operations: uses.operations.get(name) ?? [], schemas: uses.schemas.get(name) ?? [] }
}

type Users = ReadonlyMap<string, readonly string[]>

/** Of all names at once: each operation and each schema is looked at one time, however many names there are. */
const usesOf = new WeakMap<DocumentModel, { readonly operations: Users; readonly schemas: Users }>()

function readUses(model: DocumentModel) {
  return {
    operations: usersByName(model.operations.map((operation) => [operation.id, schemasOf(operation)])),
    schemas: usersByName(model.schemas.map(({ name, schema }) => [name, [schema]])),
  }
}

function usersByName(users: readonly (readonly [user: string, schemas: readonly Schema[]])[]): Users {
  const byName = new Map<string, string[]>()
  for (const [user, schemas] of users)
    for (const name of new Set(schemas.flatMap(namesIn))) {
      const known = byName.get(name) ?? []
      known.push(user)
      byName.set(name, known)
    }
  return byName
}

function namesIn(schema: Schema): readonly string[] {
  return schema.$ref === undefined ? partsOf(schema).flatMap(namesIn) : [referenceName(schema.$ref)]
}

function partsOf({
  properties,
  additionalProperties,
  items,
  prefixItems,
  allOf,
  oneOf,
  anyOf,
}: Schema): Schema[] {
  return [
    ...Object.values(properties ?? {}),
    ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
    ...(items ? [items] : []),
    ...[prefixItems, allOf, oneOf, anyOf].flatMap((parts) => parts ?? []),
  ]
}
