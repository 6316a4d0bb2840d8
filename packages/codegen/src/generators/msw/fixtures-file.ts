import type { DocumentModel, Operation } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { memberName } from '../../text/literal.ts'
import { tsdoc } from '../../text/tsdoc.ts'
import { type Answer, answersOf } from './answer.ts'

/** The examples as plain values: the first of every answer, and all of them by name. */
export function fixturesFile(model: DocumentModel): string {
  const { operations } = model
  return [
    generatedBy('msw'),
    "import { frozen } from '../runtime/frozen.ts'",
    ...operations.map(({ id }) => `import { ${id} } from './operations/${id}.ts'`),
    '',
    `${comment(model, 'The body of the first example, for every operation and status.', 'fixtures')}export const fixtures = /* @__PURE__ */ frozen({`,
    ...operations.map((operation) => member(model, operation, firstExample)),
    '})',
    '',
    `${comment(model, 'The bodies of all examples by their names in the document, for every operation and status.', 'examples')}export const examples = /* @__PURE__ */ frozen({`,
    ...operations.map((operation) => member(model, operation, allExamples)),
    '})',
    '',
  ].join('\n')
}

function comment(model: DocumentModel, text: string, name: string): string {
  const [operation] = model.operations
  const [answer] = operation ? answersOf(model, operation) : []
  return tsdoc([
    text,
    'They are frozen, so that no test changes what another one reads: spread one to change it.',
    operation && answer ? `@example\n${name}.${operation.id}[${answer.key}]` : '',
  ])
}

function member(
  model: DocumentModel,
  operation: Operation,
  value: (id: string, answer: Answer) => string,
): string {
  const members = answersOf(model, operation).map(
    (answer) => `    ${answer.key}: ${value(operation.id, answer)},\n`,
  )
  return `  ${operation.id}: {\n${members.join('')}  },`
}

function allExamples(id: string, { key }: Answer): string {
  return `${id}.answers[${key}].examples`
}

function firstExample(id: string, answer: Answer): string {
  const [name] = Object.keys(answer.examples)
  if (name === undefined) return 'undefined'
  const written = memberName(name)
  return `${allExamples(id, answer)}${written === name ? `.${name}` : `[${written}]`}`
}
