import type { Generator } from '../../generator.ts'
import type { DocumentModel } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { exportedNames } from './names.ts'
import { operationFile } from './operation-file.ts'

/** `operations/<operationId>.ts`: the options and the hook of each. `index.ts` exports them. */
export const generate: Generator = (model) =>
  new Map([
    ...model.operations.map(
      (operation) => [`operations/${operation.id}.ts`, operationFile(model, operation)] as const,
    ),
    ['index.ts', indexFile(model)],
  ])

function indexFile({ operations }: DocumentModel): string {
  return [
    generatedBy('react-query'),
    ...operations.map((operation) => {
      const { options, hook } = exportedNames(operation)
      return `export { ${options}, ${hook} } from './operations/${operation.id}.ts'`
    }),
    '',
  ].join('\n')
}
