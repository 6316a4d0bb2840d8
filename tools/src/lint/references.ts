import path from 'node:path'
import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml'
import { nearest } from './nearest.ts'
import { keyOf, objectsIn } from './objects.ts'
import type { Problem } from './problem.ts'
import { placeOfNode, type SourceFile } from './source-file.ts'

/** A `$ref`, and what it leads to. */
export interface Reference {
  readonly from: SourceFile
  /** The text of the `$ref`, with its place. */
  readonly node: Scalar<string>
  /** The object that holds it. */
  readonly holder: Node
  readonly to: Target
}

/** Where a `$ref` leads: to a part of a file, to a file without parts such as a text, or nowhere. */
export type Target =
  | { readonly file: SourceFile; readonly node: Node }
  | { readonly missing: string }
  | 'elsewhere'

/** Reads the references of a file: those that lead to other hosts are not followed. */
export function referencesOf(from: SourceFile, files: Files): readonly Reference[] {
  return holdersIn(from.document.contents).map(({ holder, node }) => ({
    from,
    node,
    holder,
    to: follow(from, node.value, files),
  }))
}

/** What a document consists of. */
export interface Files {
  readonly byName: ReadonlyMap<string, SourceFile>
  /** Whether there is a file that is not read, such as a text. */
  has(name: string): boolean
}

/** References that lead nowhere, each with what there is in its place. */
export function deadReferences(references: readonly Reference[]): readonly Problem[] {
  return references.flatMap(({ from, node, to }) =>
    to !== 'elsewhere' && 'missing' in to
      ? [
          {
            file: from.name,
            ...placeOfNode(from, node),
            rule: 'reference',
            severity: 'error',
            message: to.missing,
          },
        ]
      : [],
  )
}

function follow(from: SourceFile, text: string, files: Files): Target {
  if (/^[a-z][a-z\d+.-]*:/i.test(text)) return 'elsewhere'
  const [file = '', pointer = ''] = text.split('#')
  const name = file ? path.posix.join(path.posix.dirname(from.name), decodeURI(file)) : from.name
  const target = files.byName.get(name)
  if (target) return partOf(target, pointer, text)
  if (files.has(name)) return 'elsewhere'
  return { missing: noFile(from, name, file, [...files.byName.keys()], pointer) }
}

function noFile(
  from: SourceFile,
  name: string,
  file: string,
  names: readonly string[],
  pointer: string,
): string {
  const folder = path.posix.dirname(name)
  const neighbours = names.filter((other) => path.posix.dirname(other) === folder)
  const sibling = nearest(
    path.posix.basename(name),
    neighbours.map((other) => path.posix.basename(other)),
  )
  const near = sibling ? `${folder === '.' ? '' : `${folder}/`}${sibling}` : nearest(name, names)
  const found = `There is no file \`${file}\`.`
  if (!near) return `${found} Expected: one of this document, as a path from this file.`
  const relative = path.posix.relative(path.posix.dirname(from.name), near)
  const fromHere = file.startsWith('./') && !relative.startsWith('.') ? `./${relative}` : relative
  return `${found} The nearest is another. Right: \`$ref: ${fromHere}${pointer && `#${pointer}`}\`.`
}

/** Walks a JSON pointer (RFC 6901) down a file. */
function partOf(file: SourceFile, pointer: string, text: string): Target {
  let node = file.document.contents as Node | null
  const names = pointer.split('/').slice(1)
  for (const [index, encoded] of names.entries()) {
    const name = decodeURIComponent(encoded).replaceAll('~1', '/').replaceAll('~0', '~')
    const next = memberOf(node, name)
    if (!next) return { missing: noMember(node, name, `#/${names.slice(0, index).join('/')}`, text, encoded) }
    node = next
  }
  return node ? { file, node } : { missing: `\`${text}\` leads to an empty file.` }
}

function noMember(node: Node | null, name: string, place: string, text: string, encoded: string): string {
  const members = namesOf(node)
  const at = place === '#/' ? 'At its top' : `At \`${place}\``
  if (!members.length)
    return `Nothing is called \`${name}\` where \`${text}\` leads. ${at} there is no object.`
  const near = nearest(name, members)
  const right = near ? ` Right: \`$ref: ${text.replace(encoded, escaped(near))}\`.` : ''
  return `Nothing is called \`${name}\` where \`${text}\` leads. ${at} there are ${members.join(', ')}.${right}`
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

function memberOf(node: Node | null, name: string): Node | undefined {
  if (isMap<unknown, Node>(node))
    return node.items.find(({ key }) => keyOf({ key }) === name)?.value ?? undefined
  return isSeq<Node>(node) ? node.items[Number(name)] : undefined
}

function namesOf(node: Node | null): string[] {
  return isMap(node) ? node.items.map(keyOf) : []
}

interface Holder {
  readonly holder: Node
  readonly node: Scalar<string>
}

function holdersIn(part: unknown): Holder[] {
  return objectsIn(part).flatMap((holder) => {
    const node: unknown = holder.get('$ref', true)
    return isScalar(node) && typeof node.value === 'string' ? [{ holder, node: node as Scalar<string> }] : []
  })
}
