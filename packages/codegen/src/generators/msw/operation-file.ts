import type { DocumentModel, Operation } from '../../model/index.ts'
import { generatedBy } from '../../text/header.ts'
import { literal, quoted } from '../../text/literal.ts'
import { tsdoc } from '../../text/tsdoc.ts'
import { type Answer, answersOf } from './answer.ts'

/** `WhoisAnswers` for `whois`. */
export function answersType({ id }: Operation): string {
  return `${id[0]?.toUpperCase()}${id.slice(1)}Answers`
}

/** The file of one operation: the types of its answers, and the answers. */
export function operationFile(model: DocumentModel, operation: Operation): string {
  const { id } = operation
  const type = answersType(operation)
  const answers = answersOf(model, operation)
  const types = answers.map(typeMember).join('')
  return [
    generatedBy('msw'),
    ...(types.includes('operations[') ? ["import type { operations } from '@windmill-user-api/types'"] : []),
    "import { type Answer, type MockedOperation, mocked } from '../../runtime/answer.ts'",
    '',
    `${tsdoc([`What \`${id}\` answers, by status.`])}export type ${type} = {\n${types}}\n`,
    `${tsdoc([`What \`${id}\` answers in the examples of the document.`])}export const ${id}: MockedOperation<${type}> = /* @__PURE__ */ mocked<${type}>({`,
    `  id: ${quoted(id)},`,
    `  method: ${quoted(operation.method.toUpperCase())},`,
    `  path: ${quoted(operation.path)},`,
    '  answers: {',
    ...answers.map((answer) => `    ${answer.key}: ${answerValue(answer)},`),
    '  },',
    '})',
    '',
  ].join('\n')
}

function typeMember({ key, description, bodyType, examples, headers }: Answer): string {
  const names = [examples, headers].map((of) => Object.keys(of).map(quoted).join(' | '))
  const [exampleNames, headerNames] = names
  const generics = [bodyType, exampleNames || 'never', ...(headerNames ? [headerNames] : [])]
  return `${tsdoc([description], '  ')}  readonly ${key}: Answer<${generics.join(', ')}>\n`
}

function answerValue({ mediaType, headers, examples, anyKind, jsonData }: Answer): string {
  const rare = { ...(anyKind && { anyKind }), ...(jsonData && { jsonData }) }
  return literal({ ...(mediaType && { mediaType }), headers, examples, ...rare }, '    ')
}
