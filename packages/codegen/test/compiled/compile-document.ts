import { type Files, generators, readDocument } from '../../src/index.ts'
import { readDocumentFile } from '../../src/reading.ts'
import { createTransplants } from '../transplants.ts'

/*
 * node packages/codegen/test/compiled/compile-document.ts <document> <folder of an old TypeScript> <folder of a new one>
 * prints what is made of the document, as JSON: how many operations, what is refused, and what each compiler says.
 */
const [file = '', old = '', recent = ''] = process.argv.slice(2)

const model = readDocument(await readDocumentFile(file))
const generated = new Map<string, Files>()
for (const [name, load] of Object.entries(generators))
  generated.set(name, await (await load()).generate(model))

const transplants = await createTransplants()
try {
  await transplants.add('document', model, generated)
  const problems: string[][] = []
  for (const compiler of [{ folder: old, isOld: true }, { folder: recent }])
    problems.push([...(await transplants.problems(compiler)).values()].flat())
  const refusals = model.refusals.map(({ message }) => message)
  process.stdout.write(JSON.stringify({ operations: model.operations.length, refusals, problems }))
} finally {
  await transplants.remove()
}
