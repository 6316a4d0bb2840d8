import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)
const examples = path.dirname(require.resolve('@readme/oas-examples/package.json'))
const galaxy = path.join(path.dirname(require.resolve('@scalar/galaxy')), '3.1.json')

/** A document that others publish. */
export interface PublishedDocument {
  readonly name: string
  readonly file: string
  /** How many of its parts are refused. */
  readonly refused: number
}

/** Each for what it has. */
const parts: readonly (readonly [file: string, refused: number])[] = [
  // A generic schema with `$id` and `$dynamicRef`, and the operation that uses it.
  [galaxy, 2],
  ['3.1/json/readme.json', 0],
  ['3.1/json/security.json', 0],
  ['3.1/json/train-travel.json', 0],
  // Cookies that are lists, and fragments in paths.
  ['3.1/json/parameters-style.json', 3],
  ['3.0/json/callbacks.json', 0],
  ['3.0/json/circular.json', 0],
  // A body that would have to hold itself.
  ['3.0/json/circular-request-bodies.json', 1],
  ['3.0/json/complex-nesting.json', 0],
  ['3.0/json/discriminators.json', 0],
  ['3.0/json/file-uploads.json', 0],
  ['3.0/json/http-status-codes.json', 0],
  ['3.0/json/polymorphism.json', 0],
  ['3.0/json/response-multiple-mediatypes.json', 0],
  ['3.0/json/star-trek.json', 0],
]

export const publishedDocuments: readonly PublishedDocument[] = parts.map(([part, refused]) => {
  const file = path.resolve(examples, part)
  return { name: `${path.basename(path.dirname(path.dirname(file)))} ${path.basename(file)}`, file, refused }
})
