import { type DocumentModel, type Operation, referenceName, type Schema } from '../../model/index.ts'

/** Who refers to a named schema without another name between. */
export function schemaUses(model: DocumentModel, name: string): { operations: string[]; schemas: string[] } {
  return {
    operations: model.operations
      .filter((operation) => schemasOf(operation).some((schema) => refersTo(schema, name)))
      .map(({ id }) => id),
    schemas: model.schemas.filter(({ schema }) => refersTo(schema, name)).map((user) => user.name),
  }
}

function schemasOf(operation: Operation): Schema[] {
  const responses = operation.responses.flatMap((response) => [
    ...response.headers.map(({ schema }) => schema),
    ...response.content.map(({ schema }) => schema),
  ])
  const body = operation.requestBody?.content.map(({ schema }) => schema) ?? []
  return [...operation.parameters.map(({ schema }) => schema), ...body, ...responses]
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
