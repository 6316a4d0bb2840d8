import type { DocumentModel } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { quoted } from '../../text/literal.ts'
import { tsdoc } from '../../text/tsdoc.ts'

/**
 * The names of all operations, written out. As `keyof operations`, a declaration that has them would need the package of types, which pnpm
 * hides from those who only install the client.
 */
export function operationIdFile({ operations }: DocumentModel): string {
  const names = operations.map(({ id }) => `\n  | ${quoted(id)}`).join('')
  return [
    generatedBy('client'),
    `${tsdoc(['The name of an operation, as the document has it.'])}export type OperationId =${names || ' string'}`,
    '',
  ].join('\n')
}
