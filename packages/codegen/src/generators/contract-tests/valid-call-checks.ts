import { type DocumentModel, type Operation, type Response, resolveSchema } from '../../model/index.ts'
import { expectSuccess, successes } from './answers.ts'
import { checkText } from './check-text.ts'
import { actorOf } from './roles.ts'

/** The call that everything is about: made as documented, it is answered as documented. */
export function validCallChecks(model: DocumentModel, operation: Operation): string[] {
  const expected = successes(operation)
  if (expected.length === 0) return []
  const lines = [`const exchange = await scene.perform('${actorOf(operation)}')`, ...expectSuccess(operation)]
  return [
    checkText({
      rule: 'valid-call',
      title: `answers ${expected.map(describeAnswer).join(', or ')} to a valid call`,
      lines: [
        ...lines,
        'expectAsStaged(exchange)',
        ...(handsOutSecret(model, expected) ? [] : ['expectNoSecrets(exchange)']),
      ],
    }),
  ]
}

/** Whether an answer is made of a secret, such as a token that is shown this once. */
function handsOutSecret({ source }: DocumentModel, answers: readonly Response[]): boolean {
  return answers.some(({ content }) =>
    content.some(({ schema }) => resolveSchema(source, schema)['x-secret']),
  )
}

/** `201 text/plain with Cache-Control` */
function describeAnswer({ status, content, headers }: Response): string {
  const types = content.map(({ name }) => name).join(' or ')
  const names = headers.map(({ name }) => name).join(' and ')
  return [status, types, names && `with ${names}`].filter((part) => part !== '').join(' ')
}
