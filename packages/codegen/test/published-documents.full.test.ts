import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DocumentModel, generators, readDocument } from '../src/index.ts'
import { readDocumentFile } from '../src/reading.ts'
import { publishedDocuments } from './published-documents.ts'
import { type Transplant, transplant } from './transplant.ts'

describe.each(publishedDocuments)('from the published document $name', ({ file, refused }) => {
  let model: DocumentModel
  let packages: Transplant

  beforeAll(async () => {
    model = readDocument(await readDocumentFile(file))
    packages = await transplant(model)
  })

  afterAll(() => packages.remove())

  test('what is refused is named with its place', () => {
    expect(model.refusals.map(({ message }) => message)).toHaveLength(refused)
    for (const { message } of model.refusals) expect(message).toMatch(/^#\/.*: .*\. Expected /)
  })

  test.each(Object.keys(generators))(
    'the generator %s writes code that the compiler accepts',
    async (name) => {
      expect(await packages.problems(name)).toEqual([])
    },
  )
})
