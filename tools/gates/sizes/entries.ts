import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { listPublishedPackages, type Manifest } from '../../src/packages/published.ts'
import { repository } from '../../src/repository.ts'

/** The packages that a page loads. */
export const packages = ['client', 'react-query', 'msw'].map((name) => `@windmill-user-api/${name}`)

export type Format = 'import' | 'require'

/** What a program imports from or requires, and the file that a bundler finds there. */
export const entries: Readonly<Record<Format, Readonly<Record<string, string>>>> = {
  import: entriesOf('import', packages),
  require: entriesOf('require', packages),
}

/** The same of other packages: what a program can load. */
export function entriesOf(format: Format, names: readonly string[]): Readonly<Record<string, string>> {
  const published = listPublishedPackages().filter(({ manifest }) => names.includes(manifest.name))
  return Object.fromEntries(
    published.flatMap(({ folder, manifest }) =>
      Object.entries(publishedExports(manifest))
        .filter(([name]) => !name.endsWith('.json'))
        .map(([name, target]) => [
          path.posix.join(manifest.name, name),
          path.join(folder, target[format].default),
        ]),
    ),
  )
}

type Exports = Readonly<Record<string, Readonly<Record<Format, { readonly default: string }>>>>

function publishedExports({ publishConfig }: Manifest): Exports {
  // Read from a package.json of this repository, whose form other gates hold to.
  return (publishConfig as { readonly exports: Exports }).exports
}

/** What a user has anyway, or he would not use the package. */
const peers = ['react', '@tanstack/react-query', 'msw']

/** Bytes that one export of an entry costs, minified and gzipped, with all of ours that it reaches. */
export function sizeOf(entry: string, name: string): Promise<number> {
  return bundledSize({
    stdin: { contents: `export { ${name} } from '${entry}'`, resolveDir: repository },
    format: 'esm',
    alias: entries.import,
    external: peers,
  })
}

/** Bytes that a whole package costs, minified and gzipped, from one of its builds and without the packages that it loads. */
export function sizeOfBuild(name: string, format: Format): Promise<number> {
  const files = Object.entries(entries[format]).filter(
    ([entry]) => entry === name || entry.startsWith(`${name}/`),
  )
  const lines = files.map(([, file], index) =>
    format === 'import'
      ? `export * as entry${index} from '${file}'`
      : `exports.entry${index} = require('${file}')`,
  )
  return bundledSize({
    stdin: { contents: lines.join('\n'), resolveDir: repository },
    format: format === 'import' ? 'esm' : 'cjs',
    plugins: [othersAreExternal],
  })
}

const othersAreExternal: Plugin = {
  name: 'others-are-external',
  setup: ({ onResolve }) => onResolve({ filter: /^[^./]/ }, ({ path }) => ({ path, external: true })),
}

async function bundledSize(options: BuildOptions): Promise<number> {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    minify: true,
    target: 'es2022',
    write: false,
  })
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length
}

/** The names that an entry exports for a program to run. */
export async function exportsOf(entry: string): Promise<string[]> {
  const loaded: object = await import(entries.import[entry] ?? entry)
  return Object.keys(loaded)
}
