import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { listPackages } from '../../src/packages/published.ts'
import { repository } from '../../src/repository.ts'
import { importsOf } from './imports-of.ts'

/** Folder below `src` → those that its files import from. */
type Folders = ReadonlyMap<string, ReadonlySet<string>>

describe.each(listPackages().map(({ folder, manifest }) => [manifest.name, folder] as const))(
  '%s',
  (_, folder) => {
    test('has no folders that import each other in a circle', () => {
      expect(inCircles(foldersOf(folder)), 'Move what two folders share into a folder below both.').toEqual(
        [],
      )
    })
  },
)

/** What the folders of the sandbox know, by what they import. Files beside the folders put them together, and know it all. */
const knowledge: readonly (readonly [what: string, imported: RegExp, folders: readonly string[]])[] = [
  ['SQL', /^kysely/, ['database', 'seed', 'store', 'worker']],
  ['HTTP', /^hono|^node:http/, ['console', 'http', 'provider']],
  ['options of a command', /^commander/, ['command']],
]

test.each(knowledge)('in the sandbox, %s is known where it belongs', (_, imported, folders) => {
  const folder = path.join(repository, 'packages/sandbox')
  const knowing = importsOf(folder)
    .filter(({ specifier }) => imported.test(specifier))
    .flatMap(({ file }) => folderOf(folder, path.join(repository, file)) ?? [])
  expect(
    [...new Set(knowing)].toSorted(),
    'The table is `knowledge` in tools/gates/imports/folders.test.ts.',
  ).toEqual(folders)
})

/** Generated files are left out: they are not put in order by hand. */
function foldersOf(folder: string): Folders {
  const folders = new Map<string, Set<string>>()
  for (const { file, specifier } of importsOf(folder)) {
    const own = path.join(repository, file)
    const from = folderOf(folder, own)
    const to = specifier.startsWith('.') ? folderOf(folder, path.resolve(own, '..', specifier)) : undefined
    if (from && to && from !== to) folders.set(from, new Set([...(folders.get(from) ?? []), to]))
  }
  return folders
}

/** Undefined for a file beside the folders, and for a generated one. */
function folderOf(packageFolder: string, file: string): string | undefined {
  const [folder, ...rest] = path.relative(path.join(packageFolder, 'src'), file).split(path.sep)
  return rest.length === 0 || folder === 'generated' || folder === '..' ? undefined : folder
}

/** Those that are left when one after the other goes that imports none of the others. */
function inCircles(folders: Folders): string[] {
  const left = new Set(folders.keys())
  const isFree = (folder: string) => ![...(folders.get(folder) ?? [])].some((other) => left.has(other))
  for (let free = [...left].filter(isFree); free.length > 0; free = [...left].filter(isFree))
    for (const folder of free) left.delete(folder)
  return [...left]
}
