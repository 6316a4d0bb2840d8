import { type DocumentModel, isSuccess, type Operation } from '../../model/index.ts'
import { deprecatedTag } from '../../text/deprecated-tag.ts'
import { literal } from '../../text/literal.ts'
import { exampleBody, sentMediaType } from './body.ts'
import { exampleOf, exampleOfBody, isShown } from './examples.ts'
import { inputMembers } from './input.ts'

/** What the document says of an operation, as paragraphs of a comment; `callee` is how the example calls it. */
export function operationComment(model: DocumentModel, operation: Operation, callee: string): string[] {
  return [
    `${operation.summary}.`,
    ...operation.description.split(/\n{2,}/),
    [operation.role ? `Role: ${operation.role}.` : '', retried(operation)].join(' ').trim(),
    operation.draft ? 'A draft: it is in no release yet, and may change.' : '',
    deprecatedTag(operation.deprecation),
    failures(operation),
    `@example\n${exampleCall(model, operation, callee)}`,
  ]
}

/** A call with the examples of the document. */
export function exampleInput(model: DocumentModel, operation: Operation): Record<string, unknown> {
  const members = inputMembers(operation)
    .filter(({ parameter }) => isShown(model, parameter))
    .map(({ name, parameter }) => [name, exampleOf(model, parameter)])
  const media = sentMediaType(operation)
  return {
    ...Object.fromEntries(members),
    ...(media && { body: exampleBody(model, media, exampleOfBody(model, media)) }),
  }
}

function exampleCall(model: DocumentModel, operation: Operation, callee: string): string {
  const input = exampleInput(model, operation)
  const written = Object.keys(input).length > 0 ? literal(input) : ''
  const separator = callee.endsWith('(') || written === '' ? '' : ', '
  return `await ${callee}${separator}${written})`
}

/** Whether the runtime makes a call again: a passing failure must not write twice. */
function retried({ idempotent }: Operation): string {
  return idempotent ? 'Retried after a passing failure.' : 'Never retried, because each call counts.'
}

function failures(operation: Operation): string {
  const lines = operation.responses
    .filter((response) => !isSuccess(response))
    .map(({ status, description }) => `- ${status}: ${description.replaceAll(/\s+/g, ' ').trim()}`)
  // without braces: an editor takes what stands in them for a type, and shows nothing after it
  return lines.length === 0 ? '' : ['@throws ErrorOf with a status of', ...lines].join('\n')
}
