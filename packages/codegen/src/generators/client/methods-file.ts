import type { DocumentModel, Operation } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { pure } from '../../text/pure.ts'
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
    isLong(model)
      ? "import { type ListedOperation, listed } from '../runtime/paths.ts'"
      : "import type { ListedOperation } from '../runtime/paths.ts'",
    ...model.operations.map(
      (operation) =>
        `import { ${operation.id}, type ${inputType(operation)} } from './operations/${operation.id}.ts'`,
    ),
    '',
    `${tsdoc(['Every operation as a method.'])}export interface OperationMethods {`,
    model.operations.map((operation) => method(model, operation)).join('\n'),
    '}',
    '',
    `${tsdoc(['The functions that the methods are made of.'])}export const operations: readonly ListedOperation[] = ${operationList(model)}`,
    '',
  ].join('\n')
}

/** The compiler looks at all items of a list at once, and gives up on very many. */
const longest = 200

function isLong({ operations }: DocumentModel): boolean {
  return operations.length > longest
}

function operationList(model: DocumentModel): string {
  const ids = model.operations.map(({ id }) => id)
  if (!isLong(model)) return bracketed(ids, '')
  const parts = Array.from({ length: Math.ceil(ids.length / longest) }, (_, index) =>
    ids.slice(index * longest, (index + 1) * longest),
  )
  const lists = parts.map((part) => `  ${bracketed(part, '  ')},\n`)
  return pure(`listed(\n${lists.join('')})`)
}

function bracketed(ids: readonly string[], indentation: string): string {
  return `[\n${ids.map((id) => `${indentation}  ${id},\n`).join('')}${indentation}]`
}

function method(model: DocumentModel, operation: Operation): string {
  const comment = tsdoc(operationComment(model, operation, `api.${operation.id}(`), '  ')
  return `${comment}  readonly ${operation.id}: ${operation.paging ? 'Paged' : ''}OperationMethod<'${operation.id}', ${inputType(operation)}${itemsArgument(operation)}>`
}
