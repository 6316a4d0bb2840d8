import type { DocumentModel, Operation } from '../../model/index.ts'
import { checkText } from './check-text.ts'
import { actorOf } from './roles.ts'

/** A method that the path does not have is refused with the list of those that it has. */
export function methodChecks({ operations }: DocumentModel, operation: Operation): string[] {
  const onPath = operations
    .filter(({ path }) => path === operation.path)
    .map(({ method }) => method.toUpperCase())
  // A body may come along, so no GET.
  const other = ['PUT', 'PATCH', 'DELETE', 'POST'].find((method) => !onPath.includes(method))
  if (other === undefined) return []
  return [
    checkText({
      rule: 'method-not-allowed',
      title: `answers 405 to ${other}, with Allow: ${onPath.join(', ')}`,
      lines: [
        `const exchange = await scene.attempt('${actorOf(operation)}', { method: '${other}' })`,
        `expectMethodNotAllowed(exchange, [${onPath.map((method) => `'${method}'`).join(', ')}])`,
      ],
    }),
  ]
}
