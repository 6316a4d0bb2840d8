import { execFile } from 'node:child_process'
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Tarball } from '../../packages/pack.ts'
import type { Weighed } from './weighed.ts'

/** What an installation by npm brings along. */
export interface Weight {
  readonly packages: number
  /** All files, unpacked. */
  readonly megabytes: number
  /** With everything in the cache of npm. */
  readonly seconds: number
  /** Packages that ask to run a script when they are installed. */
  readonly scripts: number
  /** Programs and libraries for one kind of processor. */
  readonly binaries: number
}

const scope = '@windmill-user-api/'
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']

/** Installs packages in an empty folder, twice: the second time is measured. */
export async function weigh(
  { packages }: Weighed,
  tarballs: readonly Tarball[],
  folder: string,
): Promise<Weight> {
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifestFor(packages, tarballs)))
  await install(folder)
  await rm(path.join(folder, 'node_modules'), { recursive: true })
  const seconds = await install(folder)
  const lock = JSON.parse(await readFile(path.join(folder, 'package-lock.json'), 'utf8'))
  const { '': _root, ...installed } = lock.packages as Readonly<Record<string, { hasInstallScript?: true }>>
  const files = await filesIn(path.join(folder, 'node_modules'))
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size))
  return {
    packages: Object.keys(installed).length,
    megabytes: sizes.reduce((sum, size) => sum + size, 0) / 1_000_000,
    seconds,
    scripts: Object.values(installed).filter(({ hasInstallScript }) => hasInstallScript).length,
    binaries: (await Promise.all(files.map(isBinary))).filter(Boolean).length,
  }
}

/** Ours come from their tarballs, and so do those that they need. */
function manifestFor(packages: Weighed['packages'], tarballs: readonly Tarball[]) {
  if (!Array.isArray(packages)) return { private: true, dependencies: packages }
  const files = Object.fromEntries(tarballs.map(({ name, file }) => [name, `file:${file}`]))
  const isNamed = (name: string) => packages.includes(name.slice(scope.length))
  const pick = (named: boolean) =>
    Object.fromEntries(Object.entries(files).filter(([name]) => isNamed(name) === named))
  return { private: true, dependencies: pick(true), overrides: pick(false) }
}

async function install(folder: string): Promise<number> {
  const start = performance.now()
  await promisify(execFile)('npm', ['install', ...quiet], { cwd: folder, maxBuffer: 64 * 1024 * 1024 })
  return (performance.now() - start) / 1_000
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => path.basename(file) !== '.package-lock.json')
}

/** As the formats of Linux, macOS and Windows begin. */
const beginnings = ['7f454c46', 'cffaedfe', 'cafebabe', '4d5a9000'] as const

async function isBinary(file: string): Promise<boolean> {
  await using handle = await open(file)
  const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0)
  return beginnings.some((beginning) => beginning === buffer.toString('hex'))
}
