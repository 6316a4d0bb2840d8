import path from 'node:path'
import type { TsdownPlugin, UserConfig } from 'tsdown'
import { noticesOf } from './notices.shared.ts'

/**
 * How a package that applications import is built: as ESM and as CommonJS, with declarations for both. See
 * docs/decisions/0019-esm-and-commonjs.md.
 *
 * @example
 * export default library({ index: 'src/index.ts', 'validate/index': 'src/validate/index.ts' })
 */
export function library(entries: Entries): UserConfig[] {
  return [
    // A file for each entry: Node takes a hundred small ones six times as long to find and read. Bundlers drop what a program does not need of
    // one file just as well.
    { ...both(entries), format: 'esm', outputOptions: { comments, chunkFileNames: 'part-[name].js' } },
    { ...commonJs(entries), clean: false },
  ]
}

/**
 * The same, with a file for each source file in the ESM, where `'use client'` stays where it is written.
 *
 * @example
 * export default libraryOfModules({ index: 'src/index.ts', 'react-server': 'src/react-server.ts' })
 */
export function libraryOfModules(entries: Entries): UserConfig[] {
  const [esm, ...others] = library(entries)
  return [{ ...esm, unbundle: true, root: 'src' }, ...others]
}

/**
 * The CommonJS build alone, beside the ESM of the compiler: a file for each entry, because nothing drops a part of CommonJS, and one file
 * loads faster than a hundred.
 */
export function commonJs(entries: Entries): UserConfig {
  return { ...both(entries), format: 'cjs', hash: false }
}

/**
 * The place of a private package in a package whose ESM the compiler writes: a module that hands it on is built again, with the
 * package inside it.
 *
 * @example
 * export default [bundled({ 'command/command-line': 'src/command/command-line.ts' }), commonJs({ index: 'src/index.ts' })]
 */
export function bundled(entries: Entries): UserConfig {
  // no public type names one of its own
  // what Node has is not looked for: neither `neutral` nor a browser knows it
  return {
    ...both(entries),
    format: 'esm',
    clean: false,
    hash: false,
    dts: false,
    deps: { neverBundle: [/^node:/] },
  }
}

type Entries = Readonly<Record<string, string>>

/** What explains is in the declarations, where editors look for it, and in the shipped sources. Each process would read it anew. */
const comments = { jsdoc: false }

function both(entries: Entries): UserConfig {
  return {
    entry: { ...entries },
    dts: true,
    sourcemap: true,
    outputOptions: { comments },
    plugins: [leadToShippedSources, keepNotices],
    // `.js` and `.d.ts` are ESM, as `type` says; `.cjs` and `.d.cts` are CommonJS
    fixedExtension: false,
    // neither Node nor a browser is assumed; the syntax is that of the oldest Node that `engines` promises
    platform: 'neutral',
    target: 'es2023',
    tsconfig: 'tsconfig.build.json',
    checks: {
      // Jest and the first versions of Node 20 cannot require ES modules
      legacyCjs: false,
      // ESM keeps each in its file, and a server component gets the entry of its condition, which has none
      moduleLevelDirective: false,
      bundlerTimings: false,
    },
    logLevel: 'warn',
    // The generator of TypeScript 7.0 is the only one for a package without isolatedDeclarations, and there is no 7.1 yet.
    suppressWarnings: 'The `tsgo` generator on TypeScript 7.0 is deprecated',
  }
}

interface SourceMap {
  readonly sources: readonly string[]
  sourcesContent?: (string | null)[] | undefined
}

/** The sources of a package are shipped with it, so its source maps need no copy of them. Those of a bundled package are not. */
const leadToShippedSources: TsdownPlugin = {
  name: 'lead-to-shipped-sources',
  generateBundle({ dir = '.' }, files) {
    const shipped = path.resolve('src') + path.sep
    for (const file of Object.values(files)) {
      if (file.type !== 'asset' || !file.fileName.endsWith('.map')) continue
      const map: SourceMap = JSON.parse(String(file.source))
      const folder = path.resolve(dir, path.dirname(file.fileName))
      const contents = map.sourcesContent?.map((content, index) =>
        path.resolve(folder, map.sources[index] ?? '').startsWith(shipped) ? null : content,
      )
      map.sourcesContent = contents?.some((content) => content !== null) ? contents : undefined
      file.source = JSON.stringify(map)
    }
  },
}

/** What a build copies from `node_modules` keeps its licence. */
export const keepNotices: TsdownPlugin = {
  name: 'keep-notices',
  generateBundle(_, files) {
    const modules = Object.values(files).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
    for (const notice of noticesOf(modules)) this.emitFile({ type: 'asset', ...notice })
  },
}
