import { type DocumentModel, referenceName, type Schema, schemasOf } from '../../model/index.ts'

/** Who refers to a named schema without another name between. */
export function schemaUses(model: DocumentModel, name: string): { operations: string[]; schemas: string[] } {
  return {
    operations: model.operations
      .filter((operation) => schemasOf(operation).some((schema) => refersTo(schema, name)))
      .map(({ id }) => id),
    schemas: model.schemas.filter(({ schema }) => refersTo(schema, name)).map((user) => user.name),
  }
}

function refersTo(schema: Schema, name: string): boolean {
  if (schema.$ref !== undefined) return referenceName(schema.$ref) === name
  return partsOf(schema).some((part) => refersTo(part, name))
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
