import { isBuiltin } from 'node:module'
import type { TsdownPlugin, UserConfig } from 'tsdown'
import { bundled, commonJs, keepNotices } from '../../tsdown.shared.ts'

/**
 * PGlite for a worker: without the modules that only Node takes, and without the places beside itself in which it would look for files
 * that are handed to it. Whoever bundles the worker again needs no settings then.
 */
const leanPglite: TsdownPlugin = {
  name: 'lean-pglite',
  resolveId: (id) =>
    isBuiltin(id) || /\/fs\/(?:nodefs|opfs-ahp)\.js$/.test(id) ? { id: `\0none:${id}` } : null,
  load: (id) => (id.startsWith('\0none:') ? 'export {}' : null),
  transform: (code, id) =>
    id.includes('/@electric-sql/pglite/')
      ? code.replaceAll(/new URL\("[^"]+",\s*import\.meta\.url\)/g, 'new URL("about:blank")')
      : null,
}

/** One file with everything in it, for a browser. */
function alone(entries: Readonly<Record<string, string>>): UserConfig {
  return {
    ...bundled(entries),
    platform: 'browser',
    minify: true,
    sourcemap: false,
    deps: { alwaysBundle: [/.*/] },
    outputOptions: { codeSplitting: false },
    plugins: [leanPglite, keepNotices],
  }
}

/** PGlite needs the files beside it; the others are loaded for those alone who ask for them. */
const loadedByThemselves = [/^node:/, /^@electric-sql\/pglite/, /^pg$/, /^yaml$/]

/** In few files, with nearly all that it depends on: hundreds of modules take five times as long to be found and read. */
function inFewFiles(
  entries: Readonly<Record<string, string>>,
  outputOptions: UserConfig['outputOptions'],
): UserConfig {
  const deps = { alwaysBundle: [/.*/], neverBundle: loadedByThemselves }
  return { ...bundled(entries), platform: 'node', deps, ...(outputOptions && { outputOptions }) }
}

/** The compiler writes the ESM. This is beside it, a folder deep: so far from the snapshot as what it is made of. */
export default [
  bundled({ 'command/command-line': 'src/command/command-line.ts' }),
  // Not `.js`: the build removes each compiled file that has no source of its name.
  inFewFiles({ 'command/main': 'src/command/main.ts' }, { chunkFileNames: 'command/part-[name].mjs' }),
  {
    // For Node alone. Bundlers take the compiled modules, of which they drop what a program does not need.
    ...inFewFiles(
      { 'few/index': 'src/index.ts', 'few/node': 'src/node.ts' },
      { entryFileNames: '[name].mjs', chunkFileNames: 'few/part-[name].mjs' },
    ),
    sourcemap: false,
  },
  alone({ 'worker/thread': 'src/worker/thread.ts' }),
  alone({ 'worker/service-worker': 'src/worker/service-worker.ts' }),
  {
    ...commonJs({
      index: 'src/index.ts',
      msw: 'src/msw.ts',
      node: 'src/node.ts',
      'worker/index': 'src/worker/index.ts',
    }),
    outDir: 'dist/cjs',
    platform: 'node',
    // these two are ESM only
    deps: { alwaysBundle: ['kysely', 'oauth4webapi'] },
  },
]
