import type { DocumentModel, Operation } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { tsdoc } from '../../text/tsdoc.ts'
import { operationComment } from './comment.ts'
import { inputType } from './input.ts'
import { itemsArgument } from './paging.ts'

/** All operations as methods, and the list that they are made of. */
export function methodsFile(model: DocumentModel): string {
  return [
    generatedBy('client'),
    ...(model.operations.some((operation) => !operation.paging)
      ? ["import type { OperationMethod } from '../runtime/operation.ts'"]
      : []),
    ...(model.operations.some((operation) => operation.paging)
      ? ["import type { PagedOperationMethod } from '../runtime/paged.ts'"]
      : []),
    "import type { ListedOperation } from '../runtime/paths.ts'",
    ...model.operations.map(
      (operation) =>
        `import { ${operation.id}, type ${inputType(operation)} } from './operations/${operation.id}.ts'`,
    ),
    '',
    `${tsdoc(['Every operation as a method.'])}export interface OperationMethods {`,
    model.operations.map((operation) => method(model, operation)).join('\n'),
    '}',
    '',
    `${tsdoc(['The functions that the methods are made of.'])}export const operations: readonly ListedOperation[] = [`,
    ...model.operations.map(({ id }) => `  ${id},`),
    ']',
    '',
  ].join('\n')
}

function method(model: DocumentModel, operation: Operation): string {
  const comment = tsdoc(operationComment(model, operation, `api.${operation.id}(`), '  ')
  return `${comment}  readonly ${operation.id}: ${operation.paging ? 'Paged' : ''}OperationMethod<'${operation.id}', ${inputType(operation)}${itemsArgument(operation)}>`
}
