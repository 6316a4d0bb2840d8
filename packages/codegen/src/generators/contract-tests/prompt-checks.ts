import type { Operation } from '../../model/index.ts'
import { checkText } from './check-text.ts'
import { expectSuccess, successes } from './responses.ts'
import { callerOf } from './roles.ts'

/** Stands last: by then the operation, and others, have been called often enough to compare. */
export function promptChecks(operation: Operation): string[] {
  if (successes(operation).length === 0) return []
  return [
    checkText({
      rule: 'prompt',
      title: 'is not slower than other operations by seconds',
      lines: [
        `const exchange = await calls.perform('${callerOf(operation)}')`,
        ...expectSuccess(operation),
        'expectPrompt(exchange)',
      ],
    }),
  ]
}
