import type { DocumentModel, Operation } from '../../model/index.ts'
import { quoted } from '../../text/literal.ts'
import { checkText, listTableText } from './check-text.ts'
import { methodsOnPath } from './methods-on-path.ts'
import { responseOf, successes } from './responses.ts'
import { callerOf } from './roles.ts'

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
  const check = (who: string, variation: string) => ({
    rule: 'method-not-allowed',
    title: `returns 405 for \${method}${who}, with Allow: ${onPath.join(', ')}`,
    lines: [
      `const exchange = await calls.attempt('${callerOf(operation)}', ${variation})`,
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
      title: `returns 204 for OPTIONS without credentials, with Allow: ${onPath.join(', ')}`,
      situation: "'OPTIONS'",
      lines: [
        `const exchange = await calls.attempt('${callerOf(operation)}', { method: 'OPTIONS', credentials: 'none' })`,
        `expectOptions(exchange, [${onPath.map((method) => quoted(method)).join(', ')}])`,
      ],
    }),
  ]
}

function head(operation: Operation): string[] {
  const responses = successes(operation)
  if (operation.method !== 'get' || responses.length === 0) return []
  return [
    checkText({
      rule: 'method-edges',
      title: 'returns the same for HEAD as for GET, without a body',
      situation: "'HEAD'",
      lines: [
        `const exchange = await calls.perform('${callerOf(operation)}', { method: 'HEAD' })`,
        `expectResponse(exchange, ${responses.map(({ status }) => responseOf(status)).join(', ')})`,
        'expectNoBody(exchange)',
      ],
    }),
  ]
}
