import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { bundle, createConfig } from '@redocly/openapi-core'
import { isTooDeep, parseText, readText, refuseExcess } from './document-text.ts'

export { explainFailure } from './explain-failure.ts'

import { LocalResolver } from './local-resolver.ts'

/**
 * Reads a document of YAML or JSON, with the files that it refers to. Nothing is fetched.
 *
 * @throws Error with the file and what is wrong with it.
 */
export async function readDocumentFile(file: string): Promise<unknown> {
  const text = await readText(file)
  const document = parseText(file, text)
  return refersToFiles(text) ? bundled(file) : document
}

/** The Arazzo documents of a folder, in the order of their names. */
export async function readArazzoFolder(folder: string | undefined): Promise<readonly unknown[]> {
  if (folder === undefined) return []
  const files = (await readdir(folder)).filter((file) => file.endsWith('.arazzo.yaml')).sort()
  return Promise.all(files.map(async (file) => parseText(file, await readText(path.join(folder, file)))))
}

function refersToFiles(text: string): boolean {
  return /\$ref['"]?\s*:\s*['"]?(?!['"]?#)[^\s'"]/.test(text)
}

async function bundled(file: string): Promise<unknown> {
  const config = await createConfig({})
  const { bundle: document, problems } = await bundle({
    ref: file,
    config,
    externalRefResolver: new LocalResolver(),
  }).catch((cause: Error) => {
    throw new Error(`${file} cannot be bundled: ${reasonOf(cause)}`, { cause })
  })
  const [problem] = problems
  if (problem) throw new Error(`${file} cannot be bundled: ${problem.message}`)
  refuseExcess(file, document.parsed)
  return document.parsed
}

function reasonOf(error: Error): string {
  if (isTooDeep(error) || /circular/i.test(error.message))
    return 'a "$ref" leads to itself, by way of other files. Expected one that ends at an object.'
  return error.message
}
