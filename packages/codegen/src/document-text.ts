import { readFile, stat } from 'node:fs/promises'
import { parse } from 'yaml'
import { isMembers } from './model/index.ts'

/** In bytes: larger documents are no longer written by anybody, and take more memory than a build has. */
const largestDocument = 32 * 1024 * 1024
/** How deep a document may be: several times what people write, and little enough for all that reads it. */
const deepestDocument = 200
/** How many values: what is read with aliases of YAML is many times as large as its file. */
const mostValues = 4_000_000

const expected = 'Expected a file of YAML or JSON, such as spec/dist/openapi.json.'

/**
 * The text of a file in UTF-8, without a byte order mark.
 *
 * @throws Error with the file and what is wrong with it.
 */
export async function readText(file: string): Promise<string> {
  const found = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    throw new Error(
      `cannot read the document ${file}: ${reasons[cause.code ?? ''] ?? cause.message}. ${expected}`,
      {
        cause,
      },
    )
  })
  if (!found.isFile())
    throw new Error(`the document ${file} is ${found.isDirectory() ? 'a folder' : 'no file'}. ${expected}`)
  if (found.size > largestDocument)
    throw new Error(
      `the document ${file} has ${found.size} bytes. Expected at most ${largestDocument}, such as one document for each part of the API.`,
    )
  const bytes = await readFile(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Error(`the document ${file} is not in UTF-8. Expected a text file in UTF-8.`, { cause })
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  ELOOP: 'it is a link that leads to itself',
  ENOTDIR: 'a part of its path is no folder',
}

/**
 * The value of a text of YAML or JSON, with the merge keys (`<<`) that everybody reads who writes OpenAPI in YAML. An alias in YAML may stand for many others: parsing stops where a text of few lines would become
 * a value of gigabytes.
 *
 * @throws Error with the file and what is wrong with its text.
 */
export function parseText(file: string, text: string): unknown {
  const value = parsed(file, text)
  if (value === null || value === undefined)
    throw new Error(`the document ${file} is empty. Expected an OpenAPI document, such as "openapi: 3.1.1".`)
  refuseExcess(file, value)
  return value
}

function parsed(file: string, text: string): unknown {
  try {
    return file.endsWith('.json') && text.trim() !== '' ? JSON.parse(text) : parse(text, { merge: true })
  } catch (cause) {
    if (isTooDeep(cause)) throw tooDeep(file, cause)
    const [first = ''] = String(cause instanceof Error ? cause.message : cause).split('\n')
    // A file that is no text at all would be quoted.
    const printable = first.replaceAll(/[^\P{C}\n]/gu, '�')
    throw new Error(`${file} does not parse: ${printable}`, { cause })
  }
}

/** Parsers that go down by calls report the end of the stack, as an error of their own. */
export function isTooDeep(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Maximum call stack size exceeded')
}

function tooDeep(file: string, cause?: unknown): Error {
  return new Error(
    `the document ${file} is more than ${deepestDocument} levels deep. Expected schemas with names in "components", which refer to each other.`,
    { cause },
  )
}

/** @throws Error for a value that is too deep, such as one that holds itself by an alias of YAML, or too large. */
export function refuseExcess(file: string, root: unknown): void {
  let level = [root]
  let values = 0
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length
    if (values > mostValues)
      throw new Error(
        `the document ${file} has more than ${mostValues} values. Expected one that repeats nothing, such as by aliases of YAML.`,
      )
    if (depth > deepestDocument) throw tooDeep(file)
    const next: unknown[] = []
    for (const value of level)
      if (Array.isArray(value) || isMembers(value)) for (const part of Object.values(value)) next.push(part)
    level = next
  }
}
