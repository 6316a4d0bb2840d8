import { isSuccess, type Operation } from '../../model/index.ts'
import { deprecatedTag } from '../../text/deprecated-tag.ts'
import { tsdoc } from '../../text/tsdoc.ts'

/** What an editor shows of a hook or of options: what the operation does, who may call it, how it fails, an example. */
export function hookComment(operation: Operation, example: string): string {
  return tsdoc([
    `${operation.summary}.`,
    ...operation.description.split(/\n{2,}/),
    operation.role ? `Role: ${operation.role}.` : '',
    failures(operation),
    deprecatedTag(operation.deprecation),
    `@example\n${example}`,
  ])
}

function failures({ responses }: Operation): string {
  const lines = responses
    .filter((response) => !isSuccess(response))
    .map(({ status, description }) => `- ${status}: ${description.replaceAll(/\s+/g, ' ').trim()}`)
  return lines.length === 0 ? '' : ['The `status` of `error` may be', ...lines].join('\n')
}
