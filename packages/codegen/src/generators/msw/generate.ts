import type { Generator } from '../../generator.ts'
import type { DocumentModel, Operation } from '../../model/index.ts'
import { deprecatedTag } from '../../text/deprecated-tag.ts'
import { generatedBy } from '../../text/header.ts'
import { tsdoc } from '../../text/tsdoc.ts'
import { type Answer, answersOf } from './answer.ts'
import { fixturesFile } from './fixtures-file.ts'
import { answersType, operationFile } from './operation-file.ts'

/** `operations/<operationId>.ts`: what each answers. `operations.ts` lists them, the others name them for callers. */
export const generate: Generator = (model) =>
  new Map([
    ...model.operations.map(
      (operation) => [`operations/${operation.id}.ts`, operationFile(model, operation)] as const,
    ),
    ['operations.ts', operationsFile(model)],
    ['answers.ts', answersFile(model)],
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

/** The types of what each answers, because a declaration that holds handlers names them. */
function answersFile({ operations }: DocumentModel): string {
  return [
    generatedBy('msw'),
    ...operations.map((operation) => {
      return `export type { ${answersType(operation)} } from './operations/${operation.id}.ts'`
    }),
    '',
  ].join('\n')
}

function handlersFile(model: DocumentModel): string {
  const { operations } = model
  return [
    generatedBy('msw'),
    ...(operations.length > 0
      ? ["import type { OperationHandler } from '../types/operation-handler.ts'"]
      : []),
    ...operations.map(
      (operation) => `import type { ${answersType(operation)} } from './operations/${operation.id}.ts'`,
    ),
    '',
    `${tsdoc(['A maker of handlers for every operation.'])}export interface OperationHandlers {`,
    operations.map((operation) => handlerMember(model, operation)).join('\n'),
    '}',
    '',
  ].join('\n')
}

function handlerMember(model: DocumentModel, operation: Operation): string {
  const { id, summary, deprecation, draft } = operation
  const answers = answersOf(model, operation)
  const failure = answers.find(({ key }) => !key.startsWith('2')) ?? answers[0]
  const comment = tsdoc(
    [
      `Answers \`${id}\`: ${summary[0]?.toLowerCase()}${summary.slice(1)}.`,
      ['The status may be', ...answers.map(answerLine)].join('\n'),
      draft ? 'A draft: it is in no release yet, and may change.' : '',
      deprecatedTag(deprecation),
      failure ? `@example\nserver.use(handlers.${id}(${failure.key}))` : '',
    ],
    '  ',
  )
  return `${comment}  readonly ${id}: OperationHandler<'${id}', ${answersType(operation)}>`
}

/** `- 404: Nobody of that name. Examples: NotFoundMember, NotFoundWorkspace.` */
function answerLine({ key, description, examples }: Answer): string {
  const names = Object.keys(examples)
  const shown = names.length > 1 ? ` Examples: ${names.join(', ')}.` : ''
  return `- ${key}: ${description.replaceAll(/\s+/g, ' ').trim().replace(/\.?$/, '.')}${shown}`
}
