import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { BaseResolver, bundle, createConfig } from '@redocly/openapi-core'
import { parse } from 'yaml'

/** In bytes: larger documents are no longer written by anybody, and take more memory than a build has. */
const largestDocument = 32 * 1024 * 1024

/**
 * Reads a document of YAML or JSON, with the files that it refers to. Nothing is fetched.
 *
 * @throws Error with the file and what is wrong with it.
 */
export async function readDocumentFile(file: string): Promise<unknown> {
  const { size } = await stat(file).catch((cause: unknown) => {
    throw new Error(
      `cannot read the document ${file}. Expected a file of YAML or JSON, such as spec/dist/openapi.json.`,
      { cause },
    )
  })
  if (size > largestDocument)
    throw new Error(`the document ${file} has ${size} bytes. Expected at most ${largestDocument}.`)
  const text = await readFile(file, 'utf8')
  const document = parseText(file, text)
  return refersToFiles(text) ? bundled(file) : document
}

/** The Arazzo documents of a folder, in the order of their names. */
export async function readArazzoFolder(folder: string | undefined): Promise<readonly unknown[]> {
  if (folder === undefined) return []
  const files = (await readdir(folder)).filter((file) => file.endsWith('.arazzo.yaml')).sort()
  return Promise.all(
    files.map(async (file) => parseText(file, await readFile(path.join(folder, file), 'utf8'))),
  )
}

/** An alias in YAML may stand for many others: the parser stops where a text of few lines would become one of gigabytes. */
function parseText(file: string, text: string): unknown {
  try {
    return file.endsWith('.json') ? JSON.parse(text) : parse(text)
  } catch (cause) {
    const [first = ''] = String(cause instanceof Error ? cause.message : cause).split('\n')
    throw new Error(`${file} does not parse: ${first}`, { cause })
  }
}

function refersToFiles(text: string): boolean {
  return /\$ref['"]?\s*:\s*['"]?(?!['"]?#)[^\s'"]/.test(text)
}

async function bundled(file: string): Promise<unknown> {
  const { bundle: document, problems } = await bundle({
    ref: file,
    config: await createConfig({}),
    externalRefResolver: new LocalResolver(),
  })
  const [problem] = problems
  if (problem) throw new Error(`${file} cannot be bundled: ${problem.message}`)
  return document.parsed
}

/** A build that fetches what it builds from is another one tomorrow. */
class LocalResolver extends BaseResolver {
  override resolveDocument<Parsed>(base: string | null, ref: string, isRoot?: boolean) {
    if (/^https?:/i.test(ref))
      throw new Error(
        `the document refers to ${ref}, and nothing is fetched. Expected a file beside it, such as "./schemas/User.yaml".`,
      )
    return super.resolveDocument<Parsed>(base, ref, isRoot)
  }
}
