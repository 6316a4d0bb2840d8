import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { isRecord, listOf, memberOf } from './reading.ts'

/** Files that were read, with what tells whether they have changed since: an editor lints again and again. */
const read = new Map<string, { version: string; value: unknown }>()

const parseFile = (file: string): unknown => {
  try {
    return parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 })
  } catch {
    return undefined
  }
}

const versionOf = (file: string): string | undefined => {
  const status = statSync(file, { throwIfNoEntry: false })
  return status?.isFile() ? `${status.mtimeMs} ${status.size}` : undefined
}

/** Keeps what Redocly has parsed, so that a workflow that is linted next need not parse it again. */
export const remember = (file: string, value: unknown): void => {
  const version = versionOf(file)
  if (version !== undefined) read.set(file, { version, value })
}

/** What a YAML or JSON file holds; undefined where it is missing or does not parse, which others report. */
export const readFile = (file: string): unknown => {
  const version = versionOf(file)
  if (version === undefined) return undefined
  const known = read.get(file)
  if (known?.version === version) return known.value
  const value = parseFile(file)
  read.set(file, { version, value })
  return value
}

const unescaped = (segment: string): string => {
  const text = segment.replaceAll('~1', '/').replaceAll('~0', '~')
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The names in a JSON pointer (RFC 6901), such as `/paths/~1users`. */
export const namesOf = (pointer: string): string[] => pointer.split('/').slice(1).map(unescaped)

/** A value by the names of a pointer, in objects and lists. */
export const valueAt = (value: unknown, names: readonly string[]): unknown =>
  names.reduce(
    (node: unknown, name) => (Array.isArray(node) ? node[Number(name)] : memberOf(node, name)),
    value,
  )

/** References may lead on, but not in a circle. */
const longestChain = 20

/** Follows `$ref`s through files, where no tool has resolved them: `root` is the file of what has no other. */
export const resolveFrom =
  (root: string) =>
  (
    node: unknown,
    from: string = root,
  ): { node: unknown; location: { source: { absoluteRef: string } } | undefined } => {
    let [value, file] = [node, from]
    for (let hops = 0; hops < longestChain; hops += 1) {
      const reference = memberOf(value, '$ref')
      if (typeof reference !== 'string') return { node: value, location: { source: { absoluteRef: file } } }
      const [target = '', pointer = ''] = reference.split('#')
      if (target !== '') file = path.resolve(path.dirname(file), decodeURI(target))
      value = valueAt(readFile(file), namesOf(pointer))
    }
    return { node: undefined, location: undefined }
  }

/** The other files that a value refers to, where it stands in the file that is given. */
export const filesReferredTo = (value: unknown, file: string): string[] => {
  if (!isRecord(value)) return listOf(value).flatMap((item) => filesReferredTo(item, file))
  return Object.entries(value).flatMap(([key, member]) => {
    if (key !== '$ref' || typeof member !== 'string') return filesReferredTo(member, file)
    const [target = ''] = member.split('#')
    return target === '' ? [] : [path.resolve(path.dirname(file), target)]
  })
}
