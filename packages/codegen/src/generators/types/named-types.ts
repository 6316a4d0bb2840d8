import { type DocumentModel, type NamedSchema, readDeprecation } from '../../model/index.ts'
import { deprecatedTag } from '../../text/deprecated-tag.ts'
import { generatedBy } from '../../text/header.ts'
import { quoted } from '../../text/literal.ts'
import { tsdoc } from '../../text/tsdoc.ts'

/** One exported type per named schema, and the union of all operation ids. */
export function namedTypes(model: DocumentModel): string {
  return [
    generatedBy('types'),
    "import type { components, operations } from './openapi.js'",
    '',
    `${tsdoc(['The name of an operation, the same in every package.'])}export type OperationId = keyof operations`,
    '',
    ...model.schemas.map(namedType),
  ].join('\n')
}

function namedType({ name, typeName, schema }: NamedSchema): string {
  const comment = tsdoc([
    schema.title ?? '',
    schema.description ?? '',
    deprecatedTag(readDeprecation(schema)),
  ])
  return `${comment}export type ${typeName} = components['schemas'][${quoted(name)}]\n`
}
