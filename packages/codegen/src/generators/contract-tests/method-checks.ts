import type { DocumentModel, Operation } from '../../model/index.ts'
import { quoted } from '../../text/literal.ts'
import { answerOf, successes } from './answers.ts'
import { checkText, listTableText } from './check-text.ts'
import { methodsOnPath } from './methods-on-path.ts'
import { actorOf } from './roles.ts'

/** What a path does with the methods that it does not have, and with those that every path has. */
export function methodChecks(model: DocumentModel, operation: Operation): string[] {
  return [...notAllowed(model, operation), ...options(model, operation), ...head(operation)]
}

/** A path has these where the document gives it one. HEAD comes with GET (RFC 9110, section 9.3.2). */
const candidates = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Which methods there are is told to anybody, before any question who calls. */
function notAllowed(model: DocumentModel, operation: Operation): string[] {
  const onPath = methodsOnPath(model, operation)
  const others = candidates.filter(
    (method) => !onPath.includes(method) && !(method === 'HEAD' && onPath.includes('GET')),
  )
  if (others.length === 0) return []
  const check = (who: string, departure: string) => ({
    rule: 'method-not-allowed',
    title: `answers 405 to \${method}${who}, with Allow: ${onPath.join(', ')}`,
    lines: [
      `const exchange = await scene.attempt('${actorOf(operation)}', ${departure})`,
      `expectMethodNotAllowed(exchange, [${onPath.map((method) => quoted(method)).join(', ')}])`,
    ],
  })
  return [
    listTableText({
      name: 'method',
      rows: others.map(quoted),
      checks: [check('', '{ method }'), check(' of nobody', "{ method, credentials: 'none' }")],
    }),
  ]
}

function options(model: DocumentModel, operation: Operation): string[] {
  const onPath = methodsOnPath(model, operation)
  return [
    checkText({
      rule: 'method-edges',
      title: `answers OPTIONS of anybody with 204 and Allow: ${onPath.join(', ')}`,
      lines: [
        `const exchange = await scene.attempt('${actorOf(operation)}', { method: 'OPTIONS', credentials: 'none' })`,
        `expectOptions(exchange, [${onPath.map((method) => quoted(method)).join(', ')}])`,
      ],
    }),
  ]
}

function head(operation: Operation): string[] {
  const answers = successes(operation)
  if (operation.method !== 'get' || answers.length === 0) return []
  return [
    checkText({
      rule: 'method-edges',
      title: 'answers HEAD as GET, without a body',
      lines: [
        `const exchange = await scene.perform('${actorOf(operation)}', { method: 'HEAD' })`,
        `expectAnswer(exchange, ${answers.map(({ status }) => answerOf(status)).join(', ')})`,
        'expectNoBody(exchange)',
      ],
    }),
  ]
}
