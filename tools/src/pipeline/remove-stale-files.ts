import { existsSync, globSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { removeUnlistedFiles } from '@windmill-user-api/codegen'

/** Removes generated files that belong to an operation of the past: turbo brings files back, and takes none away. */
export async function removeStaleGenerated(root: string): Promise<void> {
  const lists = globSync('packages/*/src/generated/**/generated-files.json', { cwd: root })
  await Promise.all(lists.map((list) => removeUnlistedFiles(path.join(root, path.dirname(list)))))
}

/** The same for what the compiler has written: a file of `dist` goes when its source has gone. */
export async function removeStaleCompiled(root: string): Promise<void> {
  const compiled = globSync('packages/*/dist/**/*.{js,js.map,d.ts,cjs,cjs.map,d.cts}', { cwd: root }).filter(
    (file) => isCompiled(root, file) && !isShared(file),
  )
  const orphans = compiled.filter(
    (file) => !sourcesOf(file).some((source) => existsSync(path.join(root, source))),
  )
  await Promise.all(orphans.map((file) => rm(path.join(root, file))))
}

/** Not every `dist` is the compiler's: the site's is Astro's. */
function isCompiled(root: string, file: string): boolean {
  const [packages = '', name = ''] = file.split(path.sep)
  return existsSync(path.join(root, packages, name, 'tsconfig.build.json'))
}

/** What entries share has a name of the bundler's choice, and so has a helper of its own for CommonJS. */
function isShared(file: string): boolean {
  return (
    path.basename(file).startsWith('part-') ||
    /[/\\]dist[/\\](?:(?:cjs|_virtual)[/\\].*|[^/\\]*)\.(?:cjs|cjs\.map|d\.cts)$/.test(file)
  )
}

/** A source of the package itself, or of a private one that is bundled into it: `dist/base-url/src/index.js`. */
function sourcesOf(file: string): string[] {
  const [folder = '', inDist = ''] = file
    .replace(/\.(?:c?js|c?js\.map|d\.c?ts)$/, '')
    .split(`${path.sep}dist${path.sep}`)
  const own = path.join(folder, 'src', inDist)
  return [`${own}.ts`, `${own}.tsx`, `${path.join('packages', inDist)}.ts`]
}
