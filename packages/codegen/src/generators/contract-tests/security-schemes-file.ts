import type { DocumentModel, SecurityScheme } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { literal, memberName } from '../../text/literal.ts'

/** The ways to prove who is calling. */
export function securitySchemesFile({ securitySchemes }: DocumentModel): string {
  const members = securitySchemes.map(
    (scheme) => `  ${memberName(scheme.name)}: ${literal(carrier(scheme), '  ')},\n`,
  )
  return `${generatedBy('contract-tests')}
import type { SecurityScheme } from '../checks/index.ts'

/** Every authentication scheme of the document. */
export const securitySchemes = {
${members.join('')}} as const satisfies Readonly<Record<string, SecurityScheme>>
`
}

function carrier({ name: _name, description: _description, ...rest }: SecurityScheme): object {
  return rest
}
