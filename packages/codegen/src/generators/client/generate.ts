import type { Generator } from '../../generator.ts'
import type { DocumentModel } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { anyErrorFile } from './any-error-file.ts'
import { inputType } from './input.ts'
import { keysFile } from './keys-file.ts'
import { methodsFile } from './methods-file.ts'
import { operationFile } from './operation-file.ts'
import { operationIdFile } from './operation-id-file.ts'
import { shapesFile } from './shapes-file.ts'

/** `operations/<operationId>.ts`: one function each. `index.ts` exports them, `methods.ts` lists them, `shapes.ts` has what they answer. */
export const generate: Generator = (model) =>
  new Map([
    ...model.operations.map(
      (operation) => [`operations/${operation.id}.ts`, operationFile(model, operation)] as const,
    ),
    ['any-error.ts', anyErrorFile(model)],
    ['index.ts', indexFile(model)],
    ['keys.ts', keysFile(model)],
    ['methods.ts', methodsFile(model)],
    ['operation-id.ts', operationIdFile(model)],
    ['shapes.ts', shapesFile(model)],
  ])

function indexFile({ operations }: DocumentModel): string {
  return [
    generatedBy('client'),
    ...operations.map(
      (operation) =>
        `export { ${operation.id}, type ${inputType(operation)} } from './operations/${operation.id}.ts'`,
    ),
    "export type { OperationMethods } from './methods.ts'",
    '',
  ].join('\n')
}
