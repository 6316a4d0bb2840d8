import type { DocumentModel } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { literal, memberName, quoted } from '../../text/literal.ts'

/** The named schemas, to which the schemas of the responses refer. */
export function schemasFile({ schemas }: DocumentModel): string {
  const members = schemas.map(({ name, schema }) => `  ${memberName(name)}: ${literal(schema, '  ')},\n`)
  // Their names alone: of a property called `constructor`, the compiler would infer what it then does not accept.
  const names = schemas.map(({ name }) => quoted(name)).join(' | ') || 'never'
  return `${generatedBy('contract-tests')}
import type { Schemas } from '../checks/index.ts'

/** The named schemas of the document: \`#/components/schemas/…\`. */
export const schemas: Readonly<Record<${names}, Schemas[string]>> = {
${members.join('')}}
`
}
