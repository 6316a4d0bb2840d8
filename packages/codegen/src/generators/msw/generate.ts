import type { Generator } from '../../generator.ts'
import type { DocumentModel, Operation } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { tsdoc } from '../../text/tsdoc.ts'
import { fixturesFile } from './fixtures-file.ts'
import { answersType, operationFile } from './operation-file.ts'

/** `operations/<operationId>.ts`: what each answers. `operations.ts` lists them, `handlers.ts` and `fixtures.ts` name them for callers. */
export const generate: Generator = (model) =>
  new Map([
    ...model.operations.map(
      (operation) => [`operations/${operation.id}.ts`, operationFile(model, operation)] as const,
    ),
    ['operations.ts', operationsFile(model)],
    ['handlers.ts', handlersFile(model)],
    ['fixtures.ts', fixturesFile(model)],
  ])

function operationsFile({ operations }: DocumentModel): string {
  return [
    generatedBy('msw'),
    ...operations.map(({ id }) => `import { ${id} } from './operations/${id}.ts'`),
    '',
    `${tsdoc(['Every operation, for what works on all of them.'])}export const operations = {`,
    ...operations.map(({ id }) => `  ${id},`),
    '}',
    '',
  ].join('\n')
}

function handlersFile({ operations }: DocumentModel): string {
  return [
    generatedBy('msw'),
    "import type { OperationHandler } from '../types/operation-handler.ts'",
    ...operations.map(
      (operation) => `import type { ${answersType(operation)} } from './operations/${operation.id}.ts'`,
    ),
    '',
    `${tsdoc(['A maker of handlers for every operation.'])}export interface OperationHandlers {`,
    operations.map(handlerMember).join('\n'),
    '}',
    '',
  ].join('\n')
}

function handlerMember(operation: Operation): string {
  const { id, summary, description, deprecated, responses } = operation
  const failure = responses.find(({ status }) => !status.startsWith('2')) ?? responses[0]
  const status = /^\d+$/.test(failure?.status ?? '') ? failure?.status : `'${failure?.status}'`
  const comment = tsdoc(
    [
      `${summary}.`,
      ...description.split(/\n{2,}/),
      deprecated ? '@deprecated The document says so.' : '',
      failure ? `@example\nserver.use(handlers.${id}(${status}))` : '',
    ],
    '  ',
  )
  return `${comment}  readonly ${id}: OperationHandler<'${id}', ${answersType(operation)}>`
}
