import path from 'node:path'
import { type DocumentModel, type Files, generators, readDocument } from '@windmill-user-api/codegen'
import { readDocumentFile } from '@windmill-user-api/codegen/reading'
import { createTransplants, type Transplants } from '../../../../packages/codegen/test/transplants.ts'
import { installApart } from '../../packages/install-apart.ts'
import { repository } from '../../repository.ts'
import { markdownTable } from '../markdown-table.ts'

/** Where each package of `published/` has its document. */
const documents: Readonly<Record<string, string>> = {
  '@blockfrost/openapi': 'openapi.yaml',
  '@dcl/catalyst-api-specs': 'lib/api.yaml',
  '@digdir/dialogporten-schema': 'swagger.verified.json',
  '@directus/specs': 'dist/openapi.json',
  '@figma/rest-api-spec': 'openapi/openapi.yaml',
  '@ideal-postcodes/openapi': 'dist/openapi.json',
  '@mojaloop/api-snippets': 'fspiop/v2_0/openapi3/openapi.yaml',
  '@octokit/openapi-webhooks': 'generated/api.github.com.json',
  'rclone-openapi': 'openapi.json',
}

const versions = ['5.4', '7.0'] as const

/** What the generators make of documents that others publish, and the oldest and the newest compiler of that: tables in Markdown. */
export async function benchDocuments({ only = '' }: { readonly only?: string }): Promise<string> {
  const installed = await installApart(path.join(import.meta.dirname, 'published'))
  const rows: string[][] = []
  const refusals: string[] = []
  for (const [name, file] of Object.entries(documents).filter(([each]) => each.includes(only))) {
    process.stderr.write(`${name} …\n`)
    const model = readDocument(await readDocumentFile(path.join(installed, 'node_modules', name, file)))
    rows.push([
      name,
      String(model.operations.length),
      String(model.refusals.length),
      ...(await compile(model)),
    ])
    refusals.push(...model.refusals.map(({ message }) => `- ${name}: ${message}\n`))
  }
  const head = ['document of', 'operations', 'refused', ...versions.map((version) => `TypeScript ${version}`)]
  return [markdownTable(head, rows), '\n', ...refusals].join('')
}

/** What each compiler says of the packages of one document: how many problems it finds. */
async function compile(model: DocumentModel): Promise<string[]> {
  const transplants = await createTransplants()
  try {
    const generated = new Map<string, Files>()
    for (const [name, load] of Object.entries(generators))
      generated.set(name, await (await load()).generate(model))
    await transplants.add('document', model, generated)
    const cells: string[] = []
    for (const version of versions) cells.push(await problemsOf(transplants, version))
    return cells
  } finally {
    await transplants.remove()
  }
}

async function problemsOf(transplants: Transplants, version: (typeof versions)[number]): Promise<string> {
  const compilers = await installApart(path.join(repository, 'tools/gates/runtimes/compilers'))
  const folder = path.join(compilers, `node_modules/typescript-${version}`)
  const problems = [...(await transplants.problems({ folder, isOld: version === '5.4' })).values()].flat()
  for (const problem of problems.slice(0, 5)) process.stderr.write(`  ${version}: ${problem}\n`)
  return problems.length === 0 ? 'clean' : `${problems.length} problems`
}
