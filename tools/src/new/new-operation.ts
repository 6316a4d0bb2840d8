import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { operationsIn } from './known-operations.ts'
import { operationText } from './operation-text.ts'

/** What a person says of an operation that there is not yet. */
export interface NewOperation {
  readonly method: string
  /** With braces around its parameters: `/w/{workspace}/users/rename`. */
  readonly path: string
  /** Made of method and path by default. */
  readonly id?: string
}

/** What was written. */
export interface Started {
  readonly operationId: string
  /** Below the folder of the document. */
  readonly files: readonly string[]
}

/**
 * Writes an operation as a draft that the lint has nothing to say about, and its line into the index of paths.
 *
 * @throws Error where the path is none, or the document has the operation or its name. Nothing is written then.
 */
export async function newOperation(folder: string, wanted: NewOperation): Promise<Started> {
  const { method, path: url, id = idFor(wanted) } = wanted
  refuseOtherPaths(url)
  refuseOtherNames(id)
  const others = operationsIn(folder)
  const taken = others.find(({ node }) => node.operationId === id)
  if (taken)
    throw new Error(`spec/${taken.file} has an operation ${id}. Choose another name: --id ${id}Again`)
  const file = `paths/${url.slice(1).replaceAll('/', '_')}.yaml`
  const same = others.find((other) => other.file === file && other.method === method)
  if (same)
    throw new Error(`spec/${file} has ${method.toUpperCase()} ${url} already: ${same.node.operationId}.`)
  const known = readIfThere(path.join(folder, file))
  const text = operationText(folder, { method, path: url, id }, others)
  await writeFile(path.join(folder, file), known === '' ? text : `${known.trimEnd()}\n${text}`)
  if (known !== '') return { operationId: id, files: [file] }
  const index = path.join(folder, 'openapi.yaml')
  await writeFile(index, withPath(readFileSync(index, 'utf8'), url, file))
  return { operationId: id, files: [file, 'openapi.yaml'] }
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function refuseOtherPaths(url: string): void {
  if (/^(?:\/(?:[\w.~-]+|\{\w+\}))+$/.test(url)) return
  throw new Error(
    `"${url}" is not a path. Start it with a slash, and put braces around whole parameters, such as /w/{workspace}/users/rename`,
  )
}

function refuseOtherNames(id: string): void {
  if (/^[a-z][A-Za-z0-9]*$/.test(id)) return
  throw new Error(`"${id}" is not a name in camelCase. Choose one such as countTokens: --id countTokens`)
}

/** `getUsersTokensCount` for GET /users/tokens/count. */
function idFor({ method, path: url }: NewOperation): string {
  const words = `${method} ${url}`.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  const [first = '', ...rest] = words
  return [first, ...rest.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)].join('')
}

/** The index with the path before the first that comes after it. */
function withPath(index: string, url: string, file: string): string {
  const lines = index.split('\n')
  const start = lines.indexOf('paths:')
  if (start === -1) throw new Error('spec/openapi.yaml has no "paths:". Add it, and try again.')
  const length = lines.slice(start + 1).findIndex((line) => /^\S/.test(line))
  const end = length === -1 ? lines.length : start + 1 + length
  const later = lines.findIndex((line, at) => at > start && at < end && pathIn(line) > url)
  const at = later === -1 ? lastLine(lines, end) : later
  return lines.toSpliced(at, 0, `  ${url}:`, `    $ref: ${file}`).join('\n')
}

function pathIn(line: string): string {
  return /^ {2}(\/.*):$/.exec(line)?.[1] ?? ''
}

/** Where the lines of a block end that is followed by empty ones. */
function lastLine(lines: readonly string[], end: number): number {
  return lines[end - 1] === '' ? lastLine(lines, end - 1) : end
}
