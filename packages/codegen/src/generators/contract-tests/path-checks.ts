import type { Operation } from '../../model/index.ts'
import { memberName } from '../../text/literal.ts'
import { refusal } from './answers.ts'
import { checkText } from './check-text.ts'
import { actorOf, roleOf } from './roles.ts'

/** How a path may not be written, whatever it names. */
export function pathChecks(operation: Operation): string[] {
  return [trailingSlash(operation), ...malformedEncoding(operation)]
}

/** Another path, and an unknown one: nobody is asked who he is. */
function trailingSlash(operation: Operation): string {
  return checkText({
    rule: 'path-odd',
    title: 'answers 404 to nobody on the path with a slash at its end',
    lines: [
      `const exchange = await scene.attempt('${actorOf(operation)}', { pathEnd: '/', credentials: 'none' })`,
      'expectUnknownPath(exchange)',
    ],
  })
}

/** A workspace that cannot be read is none that the caller may enter: the document's order allows 403 before 400. */
function malformedEncoding(operation: Operation): string[] {
  const isInWorkspace = roleOf(operation)?.inWorkspace ?? false
  return operation.parameters
    .filter((parameter) => parameter.in === 'path')
    .flatMap(({ name }) => {
      const isWorkspace = isInWorkspace && name === 'workspace'
      const wanted = isWorkspace ? [['400'], ['403']] : [['400']]
      const answers = wanted.flatMap((statuses) => refusal(operation, statuses) ?? [])
      if (answers.length === 0) return []
      return [
        checkText({
          rule: 'path-encoding',
          title: `answers ${answers.map(({ status }) => status).join(' or ')} when {${name}} is no percent-encoding`,
          lines: [
            `const exchange = await scene.attempt('${actorOf(operation)}', { encodedPath: { ${memberName(name)}: '%zz' } })`,
            `expectAnswer(exchange, ${answers.map(({ answer }) => answer).join(', ')})`,
          ],
        }),
      ]
    })
}
