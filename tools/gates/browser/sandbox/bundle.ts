import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { createRequire, isBuiltin } from 'node:module'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'
import { repository } from '../../../src/repository.ts'

/** Bundles a page as its author would, from installed packages: a module of Node that any of them reaches is an error. */
export async function bundlePage(folder: string): Promise<void> {
  await build({
    entryPoints: [path.join(folder, 'page.ts')],
    outdir: path.join(folder, 'assets'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
    // MSW is no dependency of ours: whoever uses the handlers has it.
    nodePaths: [path.join(repository, 'tools/node_modules')],
    plugins: [nothingOfNode],
  })
  await copyBinaries(folder)
  await writeFile(path.join(folder, 'index.html'), '<script type="module" src="/assets/page.js"></script>')
}

/** What modules load from beside themselves: esbuild leaves it to the author. */
async function copyBinaries(folder: string): Promise<void> {
  const sandbox = createRequire(path.join(folder, 'page.ts')).resolve(
    '@windmill-user-api/sandbox/package.json',
  )
  const pglite = createRequire(sandbox).resolve('@electric-sql/pglite')
  for (const name of ['pglite.wasm', 'pglite.data', 'initdb.wasm']) {
    await copyFile(path.join(path.dirname(pglite), name), path.join(folder, 'assets', name))
  }
  const snapshot = 'generated/snapshot/data-directory.tar.gz'
  await mkdir(path.join(folder, path.dirname(snapshot)), { recursive: true })
  await copyFile(path.join(path.dirname(sandbox), 'dist', snapshot), path.join(folder, snapshot))
  const msw = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js')
  await copyFile(msw, path.join(folder, 'mockServiceWorker.js'))
}

const nothingOfNode: Plugin = {
  name: 'nothing of Node',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ path: specifier, importer }) => {
      if (!isBuiltin(specifier)) return undefined
      // PGlite names one in a branch that only Node takes, and says of its others in its package.json that browsers have none.
      if (importer.includes('/@electric-sql/pglite/')) return { path: specifier, external: true }
      return { errors: [{ text: `${specifier} of Node is reached from ${importer}` }] }
    })
  },
}
