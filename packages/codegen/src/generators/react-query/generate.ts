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

function indexFile(model: DocumentModel): string {
  return [
    generatedBy('react-query'),
    ...model.operations.map((operation) => {
      const { options, hook, infinite } = exportedNames(model, operation)
      const names = [options, hook, ...(infinite ? [infinite.options, infinite.hook] : [])]
      return `export { ${names.join(', ')} } from './operations/${operation.id}.ts'`
    }),
    '',
  ].join('\n')
}
