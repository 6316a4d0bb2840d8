import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { installApart } from '../../src/packages/install-apart.ts'
import type { FreshProject } from './fresh-project.ts'

const run = promisify(execFile)

/** Each that the packages promise to work with, named in `compilers/package.json`. */
export const versions = ['5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0', '7.0'] as const

export type Version = (typeof versions)[number]

/** What a user of all packages that a page loads has besides. */
export const newest = {
  react: '19.3.1',
  '@types/react': '19.3.0',
  '@types/node': '24.10.0',
  '@tanstack/react-query': '5.108.0',
  msw: '3.0.5',
}

/** MSW 3 is ESM only: a CommonJS project has the one before. */
export const newestForCommonJs = { ...newest, msw: '2.15.0' }

/** The first ones that the packages say they work with. TanStack Query has no 5.90.0, and its types need a React 18.3. */
export const oldest = {
  react: '18.0.0',
  '@types/react': '18.3.31',
  '@types/node': '20.19.0',
  '@tanstack/react-query': '5.90.1',
  msw: '2.12.0',
}

const resolutions = {
  node10: { module: 'commonjs', moduleResolution: 'node10', esModuleInterop: true },
  node16: { module: 'node16', moduleResolution: 'node16' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
}

/** How a compiler finds packages. */
export type Resolution = keyof typeof resolutions

export interface Compilation {
  readonly version: Version
  readonly resolution: Resolution
  readonly files: readonly string[]
  /** Of `compilerOptions`, besides those of the resolution. */
  readonly options?: Readonly<Record<string, unknown>>
}

/** What a compiler says of our declarations and of the files, each declaration checked. */
export async function complaints(
  { folder }: FreshProject,
  { version, resolution, files, options }: Compilation,
): Promise<string[]> {
  const compilers = await installApart(path.join(import.meta.dirname, 'compilers'))
  const configuration = `tsconfig.${crypto.randomUUID()}.json`
  const compilerOptions = {
    noEmit: true,
    jsx: 'react-jsx',
    strict: true,
    skipLibCheck: false,
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: [],
    ...resolutions[resolution],
    // 6 asks for this word of whoever still resolves as Node 10 did
    ...(version === '6.0' && resolution === 'node10' && { ignoreDeprecations: '6.0' }),
    ...options,
  }
  await writeFile(path.join(folder, configuration), JSON.stringify({ compilerOptions, files }))
  const tsc = path.join(compilers, `node_modules/typescript-${version}/bin/tsc`)
  const { stdout } = await run('node', [tsc, '-p', configuration], { cwd: folder, maxBuffer: 2 ** 26 }).catch(
    (failure: { stdout: string }) => failure,
  )
  return stdout.split('\n').filter((line) => /^\S/.test(line) && !isOfOthers(line))
}

/**
 * MSW's own declarations, and what they load, fail here and there: those of 3 before TypeScript 5.7, all of them without the DOM.
 * `skipLibCheck` would hide what ours do, too.
 */
function isOfOthers(complaint: string): boolean {
  return /^node_modules\/(?:\.pnpm\/)?(?:msw|@mswjs[+/]interceptors|rettime)[@/]/.test(complaint)
}
