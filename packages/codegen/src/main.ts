#!/usr/bin/env node
import { Argument, Command } from 'commander'
import { explainFailure } from './explain-failure.ts'
import { generators } from './generators/index.ts'
import { type DocumentModel, readDocument } from './model/index.ts'
import { readArazzoFolder, readDocumentFile } from './reading.ts'
import { writeFiles } from './write-files.ts'

interface Options {
  readonly document: string
  readonly out: string
  readonly workflows?: string
  readonly neighbours?: string
}

const program = new Command('windmill-user-codegen')
  .description('Writes the files that a package derives from the bundled OpenAPI document.')
  .addArgument(new Argument('<generator>', 'the package to write for').choices(Object.keys(generators)))
  .requiredOption('--document <file>', 'the OpenAPI document, 3.0 to 3.2, as YAML or JSON')
  .requiredOption(
    '--out <folder>',
    'the folder to fill; files in it that are no longer generated are removed',
  )
  .option('--workflows <folder>', 'a folder of Arazzo documents that tell stories of the document')
  .option('--neighbours <file>', 'a document with operations that only workflows call')
  .addHelpText(
    'after',
    '\nExample:\n  windmill-user-codegen types --document spec/dist/openapi.json --out packages/types/src/generated',
  )
  .action(run)

async function run(name: string, { document, out, workflows, neighbours }: Options): Promise<void> {
  const load = generators[name]
  if (!load)
    throw new Error(
      `no generator is called "${name}". Expected one of ${Object.keys(generators).join(', ')}.`,
    )
  const [{ generate }, json, arazzo, around] = await Promise.all([
    load(),
    readDocumentFile(document),
    readArazzoFolder(workflows),
    neighbours === undefined ? undefined : readDocumentFile(neighbours),
  ])
  try {
    const model = readDocument(json, arazzo)
    for (const note of model.notes) process.stderr.write(`note: ${note}\n`)
    if (model.refusals.length > 0) throw new Error(refused(model.refusals))
    const beside = around === undefined ? {} : { neighbours: readDocument(around).operations }
    await writeFiles(out, await generate({ ...model, ...beside }))
  } catch (error) {
    throw explainFailure(error)
  }
}

/** A line for each, all of them in one run. */
function refused(refusals: DocumentModel['refusals']): string {
  const count = `${refusals.length} ${refusals.length === 1 ? 'place' : 'places'}`
  return [
    `nothing was written, because of ${count} in the document:`,
    ...refusals.map(({ message }) => `  ${message}`),
  ].join('\n')
}

await program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`windmill-user-codegen: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
