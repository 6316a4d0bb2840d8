import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { installApart } from '../../packages/install-apart.ts'
import { repository } from '../../repository.ts'
import { markdownTable } from '../markdown-table.ts'

const run = promisify(execFile)
const program = path.join(repository, 'packages/codegen/test/compiled/compile-document.ts')

/** Where each package of `published/` has its document. */
const documents: Readonly<Record<string, string>> = {
  '@blockfrost/openapi': 'openapi.yaml',
  '@dcl/catalyst-api-specs': 'lib/api.yaml',
  '@digdir/dialogporten-schema': 'swagger.verified.json',
  '@directus/specs': 'dist/openapi.json',
  '@figma/rest-api-spec': 'openapi/openapi.yaml',
  '@gitbook/api': 'spec/openapi.yaml',
  '@ideal-postcodes/openapi': 'dist/openapi.json',
  '@mojaloop/api-snippets': 'fspiop/v2_0/openapi3/openapi.yaml',
  '@octokit/openapi': 'generated/api.github.com.json',
  '@octokit/openapi-webhooks': 'generated/api.github.com.json',
  'rclone-openapi': 'openapi.json',
}

const versions = ['5.4', '7.0'] as const

/** What `compile-document.ts` prints. */
interface Outcome {
  readonly operations: number
  readonly refusals: readonly string[]
  /** Of each version. */
  readonly problems: readonly (readonly string[])[]
}

/** What the generators make of documents that others publish, and the oldest and the newest compiler of that: tables in Markdown. */
export async function benchDocuments({ only = '' }: { readonly only?: string }): Promise<string> {
  const installed = await installApart(path.join(import.meta.dirname, 'published'))
  const compilers = await installApart(path.join(repository, 'tools/gates/runtimes/compilers'))
  const folders = versions.map((version) => path.join(compilers, `node_modules/typescript-${version}`))
  const rows: string[][] = []
  const refused: string[] = []
  for (const [name, file] of Object.entries(documents).filter(([each]) => each.includes(only))) {
    process.stderr.write(`${name} …\n`)
    const document = path.join(installed, 'node_modules', name, file)
    const { stdout } = await run(process.execPath, [program, document, ...folders], { maxBuffer: 2 ** 26 })
    const { operations, refusals, problems }: Outcome = JSON.parse(stdout)
    rows.push([name, String(operations), String(refusals.length), ...problems.map(cell)])
    refused.push(...refusals.map((message) => `- ${name}: ${message}\n`))
    for (const problem of problems.flat().slice(0, 5)) process.stderr.write(`  ${problem}\n`)
  }
  const head = ['document of', 'operations', 'refused', ...versions.map((version) => `TypeScript ${version}`)]
  return [markdownTable(head, rows), '\n', ...refused].join('')
}

function cell(problems: readonly string[]): string {
  return problems.length === 0 ? 'clean' : `${problems.length} problems`
}
