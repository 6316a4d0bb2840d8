import { type DocumentModel, type Operation, type Response, resolveSchema } from '../../model/index.ts'
import { checkText } from './check-text.ts'
import { expectSuccess, successes } from './responses.ts'
import { callerOf } from './roles.ts'

/** The valid call: made as documented, it gets the documented response. */
export function validCallChecks(model: DocumentModel, operation: Operation): string[] {
  const expected = successes(operation)
  if (expected.length === 0) return []
  const lines = [
    `const exchange = await calls.perform('${callerOf(operation)}')`,
    ...expectSuccess(operation),
  ]
  return [
    checkText({
      rule: 'valid-call',
      title: `returns ${expected.map(describeResponse).join(', or ')} for a valid call`,
      lines: [
        ...lines,
        'expectAsPrepared(exchange)',
        ...(handsOutSecret(model, expected) ? [] : ['expectNoSecrets(exchange)']),
      ],
    }),
  ]
}

/** Whether a response is made of a secret, such as a token that is shown this once. */
function handsOutSecret({ source }: DocumentModel, responses: readonly Response[]): boolean {
  return responses.some(({ content }) =>
    content.some(({ schema }) => resolveSchema(source, schema)['x-secret']),
  )
}

/** `201 text/plain with Cache-Control` */
function describeResponse({ status, content, headers }: Response): string {
  const types = content.map(({ name }) => name).join(' or ')
  const names = headers.map(({ name }) => name).join(' and ')
  return [status, types, names && `with ${names}`].filter((part) => part !== '').join(' ')
}
