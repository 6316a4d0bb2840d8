import type { DocumentModel } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { literal, memberName } from '../../text/literal.ts'

/** The named schemas, to which the schemas of the responses refer. */
export function schemasFile({ schemas }: DocumentModel): string {
  const members = schemas.map(({ name, schema }) => `  ${memberName(name)}: ${literal(schema, '  ')},\n`)
  return `${generatedBy('contract-tests')}
import type { Schemas } from '../checks/index.ts'

/** The named schemas of the document: \`#/components/schemas/…\`. */
export const schemas = {
${members.join('')}} satisfies Schemas
`
}
