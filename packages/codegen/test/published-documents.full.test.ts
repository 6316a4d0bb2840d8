import { createRequire } from 'node:module'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DocumentModel, generators, readDocument } from '../src/index.ts'
import { readDocumentFile } from '../src/reading.ts'
import { type Transplant, transplant } from './transplant.ts'

const require = createRequire(import.meta.url)
const examples = path.dirname(require.resolve('@readme/oas-examples/package.json'))
const galaxy = path.join(path.dirname(require.resolve('@scalar/galaxy')), '3.1.json')

/** Documents that others publish, each for what it has, and how many of its parts are refused. */
const documents: readonly (readonly [file: string, refused: number])[] = [
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

describe.each(documents)('from the published document %s', (file, refused) => {
  let model: DocumentModel
  let packages: Transplant

  beforeAll(async () => {
    model = readDocument(await readDocumentFile(path.resolve(examples, file)))
    packages = await transplant(model)
  })

  afterAll(() => packages.remove())

  test('what is refused is named with its place', () => {
    expect(model.refusals.map(({ message }) => message)).toHaveLength(refused)
    for (const { message } of model.refusals) expect(message).toMatch(/^#\/.*: .*\. Expected /)
  })

  test.each(Object.keys(generators))('the generator %s writes code that the compiler accepts', (name) => {
    expect(packages.problems(name)).toEqual([])
  })
})
