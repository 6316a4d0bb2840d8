import type { Operation, Response } from '../../model/index.ts'
import { expectSuccess, successes } from './answers.ts'
import { checkText } from './check-text.ts'
import { actorOf } from './roles.ts'

/** The call that everything is about: made as documented, it is answered as documented. */
export function validCallChecks(operation: Operation): string[] {
  const expected = successes(operation)
  if (expected.length === 0) return []
  const lines = [`const exchange = await scene.perform('${actorOf(operation)}')`, ...expectSuccess(operation)]
  return [
    checkText({
      rule: 'valid-call',
      title: `answers ${expected.map(describeAnswer).join(', or ')} to a valid call`,
      lines: [...lines, 'expectAsStaged(exchange)'],
    }),
  ]
}

/** `201 text/plain with Cache-Control` */
function describeAnswer({ status, content, headers }: Response): string {
  const types = content.map(({ name }) => name).join(' or ')
  const names = headers.map(({ name }) => name).join(' and ')
  return [status, types, names && `with ${names}`].filter((part) => part !== '').join(' ')
}
