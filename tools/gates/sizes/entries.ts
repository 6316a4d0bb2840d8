import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { listPublishedPackages, type Manifest } from '../../src/packages/published.ts'
import { repository } from '../../src/repository.ts'

/** The packages that a page loads. */
const packages = ['client', 'react-query', 'msw'].map((name) => `@windmill-user-api/${name}`)

/** What a program imports from, and the file that a bundler finds there. */
export const entries: Readonly<Record<string, string>> = Object.fromEntries(
  listPublishedPackages()
    .filter(({ manifest }) => packages.includes(manifest.name))
    .flatMap(({ folder, manifest }) =>
      Object.entries(publishedExports(manifest)).map(([name, file]) => [
        path.posix.join(manifest.name, name),
        path.join(folder, file.default),
      ]),
    ),
)

function publishedExports({
  publishConfig,
}: Manifest): Readonly<Record<string, { readonly default: string }>> {
  // Read from a package.json of this repository, whose form other gates hold to.
  return (publishConfig as { readonly exports: Readonly<Record<string, { readonly default: string }>> })
    .exports
}

/** What a user has anyway, or he would not use the package. */
const peers = ['react', '@tanstack/react-query', 'msw']

/** Bytes that one export of an entry costs, minified and gzipped, with all of ours that it reaches. */
export async function sizeOf(entry: string, name: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${name} } from '${entry}'`, resolveDir: repository },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    alias: entries,
    external: peers,
  })
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length
}

/** The names that an entry exports for a program to run. */
export async function exportsOf(entry: string): Promise<string[]> {
  const loaded: object = await import(entries[entry] ?? entry)
  return Object.keys(loaded)
}
