import { isTooDeep } from './document-text.ts'
import { DocumentError } from './model/index.ts'

/** What people are told when a document cannot be read, or written for: where it is the stack that ended, why. */
export function explainFailure(error: unknown): unknown {
  if (!isTooDeep(error)) return error
  return new DocumentError(
    '#/components/schemas',
    'its schemas refer to each other in a chain that is too long to follow. Expected fewer levels of schemas.',
  )
}
