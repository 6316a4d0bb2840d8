import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type DocumentModel, type Files, generators, readDocument } from '@windmill-user-api/codegen'
import { readDocumentFile } from '@windmill-user-api/codegen/reading'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foreignDocuments, readForeignDocument } from '../../../packages/codegen/test/foreign-documents.ts'
import { publishedDocuments } from '../../../packages/codegen/test/published-documents.ts'
import { createTransplants, type Transplants } from '../../../packages/codegen/test/transplants.ts'
import { installApart } from '../../src/packages/install-apart.ts'

/** Everything that the generators make of all these documents, for one run of each compiler. */
let transplants: Transplants

beforeAll(async () => {
  transplants = await createTransplants()
  for (const name of foreignDocuments) await add(name, readForeignDocument(name))
  for (const [index, { file }] of publishedDocuments.entries())
    await add(`published-${index}`, readDocument(await readDocumentFile(file)))
}, 300_000)

afterAll(() => transplants?.remove())

async function add(name: string, model: DocumentModel): Promise<void> {
  const generated = new Map<string, Files>()
  for (const [generator, load] of Object.entries(generators))
    generated.set(generator, await (await load()).generate(model))
  await transplants.add(name, model, generated)
}

async function problems(version: '5.4' | '7.0') {
  const compilers = await installApart(path.join(import.meta.dirname, 'compilers'))
  const folder = path.join(compilers, `node_modules/typescript-${version}`)
  return transplants.problems({ folder, isOld: version === '5.4' })
}

test.for(['5.4', '7.0'] as const)(
  'TypeScript %s takes what every generator writes for the published documents',
  { timeout: 600_000 },
  async (version, { annotate }) => {
    expect(Object.fromEntries(await problems(version))).toEqual({})
    await annotate(`${foreignDocuments.length + publishedDocuments.length} documents compile`, 'figure')
  },
)

test('a compiler that finds a mistake says in which document', { timeout: 600_000 }, async () => {
  const folder = path.join(transplants.folder('library', 'client'), 'src')
  await writeFile(path.join(folder, 'mistake.ts'), "export const mistake: number = 'one'\n")
  expect([...(await problems('5.4')).keys()]).toEqual(['library'])
})
