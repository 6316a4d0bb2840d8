import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { filesReferredTo, readFile, remember } from '../files.ts'
import { explain } from '../message.ts'
import { memberOf } from '../reading.ts'
import { placeIn, type Rule } from '../redocly.ts'

/** The folders beside the root file that hold nothing but parts of the document. */
const folders = ['paths', 'components']

const filesBeside = (rootFile: string): string[] =>
  folders
    .map((folder) => path.join(path.dirname(rootFile), folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name)),
    )
    .sort()

/** Of several files that nothing reaches, those that would bring the others: a path file and not its schemas. */
const firstOf = (orphans: string[]): string[] => {
  const references = new Map(orphans.map((file) => [file, filesReferredTo(readFile(file), file)]))
  const brought = new Set<string>()
  const bring = (file: string): void => {
    if (brought.has(file)) return
    brought.add(file)
    for (const target of references.get(file) ?? []) bring(target)
  }
  const isReferredTo = (file: string) =>
    orphans.some((other) => other !== file && references.get(other)?.includes(file))
  return [...orphans.filter((file) => !isReferredTo(file)), ...orphans.filter(isReferredTo)].filter(
    (file) => {
      const isFirst = !brought.has(file)
      bring(file)
      return isFirst
    },
  )
}

/** The files that a reference leads through: one may hold nothing but a reference to the next. */
const hopsFrom = (reference: unknown, from: string, seen: string[] = []): string[] => {
  const [next] = typeof memberOf(reference, '$ref') === 'string' ? filesReferredTo(reference, from) : []
  if (next === undefined || seen.includes(next)) return seen
  return hopsFrom(readFile(next), next, [...seen, next])
}

/** A path file is named like its URL: `_` is `/`, but not inside of braces. */
const urlOf = (name: string): string =>
  `/${path.basename(name, path.extname(name)).replaceAll(/\{[^}]*\}|_/g, (part) => (part === '_' ? '/' : part))}`

const messageFor = (name: string, rootName: string): string => {
  const wrong = `Nothing refers to the file ${name}`
  const found = 'no reference'
  if (!name.startsWith('paths/')) {
    const expected = 'a reference to it where it is meant to be used, or no such file'
    return explain({ wrong, expected, right: `$ref: ../${name}`, found })
  }
  const right = `  ${urlOf(name)}:\n    $ref: ${name}`
  return explain({ wrong, expected: `its URL under \`paths\` in ${rootName}`, right, found })
}

/** Every file in `paths/` and `components/` is reached from the root by references. */
export const noOrphanFiles: Rule = () => {
  const reached = new Set<string>()
  return {
    ref(reference, context, { node, location }) {
      if (!location) return
      const file = path.normalize(location.source.absoluteRef)
      if (!reached.has(file) && location.pointer === '#/') remember(file, node)
      reached.add(file)
      for (const hop of hopsFrom(reference, context.location.source.absoluteRef)) reached.add(hop)
    },
    Root: {
      leave(_root, { location, report }) {
        const rootFile = location.source.absoluteRef
        const orphans = filesBeside(rootFile).filter((file) => !reached.has(file))
        for (const file of firstOf(orphans)) {
          const name = path.relative(path.dirname(rootFile), file).split(path.sep).join('/')
          report({
            message: messageFor(name, path.basename(rootFile)),
            location: placeIn(file, readFileSync(file, 'utf8'), location),
          })
        }
      },
    },
  }
}
