import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DocumentModel, generators } from '../src/index.ts'
import { foreignDocuments, readForeignDocument } from './foreign-documents.ts'
import { type Transplant, transplant } from './transplant.ts'

async function generated(name: string, model: DocumentModel): Promise<ReadonlyMap<string, string>> {
  const { generate } = (await generators[name]?.()) ?? {}
  if (!generate) throw new Error(`there is no generator ${name}`)
  return generate(model)
}

describe.each(foreignDocuments)('from the document %s', (document) => {
  const model = readForeignDocument(document)
  let packages: Transplant

  beforeAll(async () => {
    packages = await transplant(model)
  })

  afterAll(() => packages.remove())

  describe.each(Object.keys(generators))('the generator %s', (name) => {
    test('makes the same files each time', async () => {
      expect(await generated(name, readForeignDocument(document))).toEqual(await generated(name, model))
    })

    test('leaves the model as it was', async () => {
      const before = structuredClone(model)
      await generated(name, model)
      expect(model).toEqual(before)
    })

    test('says in each file where it comes from', async () => {
      const silent = [...(await generated(name, model))].filter(
        ([file, text]) =>
          !file.endsWith('.json') && !text.slice(0, 400).includes(`codegen/src/generators/${name}`),
      )
      expect(silent.map(([file]) => file)).toEqual([])
    })

    test('writes code that the compiler accepts under the strictest flags', () => {
      expect(packages.problems(name)).toEqual([])
    })
  })
})
