import type { DocumentModel } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { tsdoc } from '../../text/tsdoc.ts'

/** More of them make a union that the compiler refuses to represent. */
const mostOperations = 200

/** The type of all errors, which narrows by operation as long as the compiler can follow. */
export function anyErrorFile({ operations }: DocumentModel): string {
  const isSmall = operations.length > 0 && operations.length <= mostOperations
  const ofOperations = isSmall ? 'ErrorOf<OperationId>' : 'SomeError'
  const imported = isSmall ? ['ErrorOf', 'NoAnswer'] : ['NoAnswer', 'SomeError']
  return [
    generatedBy('client'),
    `import type { ${imported.join(', ')} } from '../types/error-of.ts'`,
    ...(isSmall ? ["import type { OperationId } from '../types/responses.ts'"] : []),
    '',
    `${tsdoc(['What any operation, or the making of a client, can reject with.'])}export type AnyError = ${ofOperations} | NoAnswer<undefined>`,
    '',
  ].join('\n')
}
