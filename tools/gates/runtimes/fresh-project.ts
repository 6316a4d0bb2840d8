import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { packOnly } from '../../src/packages/pack.ts'

const run = promisify(execFile)

/** A project that nobody but its user has touched. */
export interface FreshProject {
  readonly folder: string
  remove(): Promise<void>
}

/** Packages of others and their versions, as a package.json has them. */
export type Dependencies = Readonly<Record<string, string>>

export interface FreshProjectOptions {
  /** What its own files are. Default: ES modules. */
  readonly type?: 'module' | 'commonjs'
  /** Published packages that only the others depend on. Default: none. */
  readonly indirect?: readonly string[]
  /** How it is installed. Default: by pnpm, where a package sees only what it names. */
  readonly by?: 'pnpm' | 'npm'
}

/**
 * Installs published packages, by their names without the scope, from the tarballs of a release, beside a copy of `files` and with
 * what else a user of theirs has.
 */
export async function freshProject(
  names: readonly string[],
  files: string,
  others: Dependencies = {},
  { type = 'module', indirect = [], by = 'pnpm' }: FreshProjectOptions = {},
): Promise<FreshProject> {
  const folder = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-fresh-'))
  await cp(files, folder, { recursive: true })
  const tarballs = await packOnly([...names, ...indirect], folder)
  const ours = Object.fromEntries(tarballs.map(({ name, file }) => [name, `file:${file}`]))
  const named = Object.entries(ours).filter(([name]) => names.includes(name.replace(/^.*\//, '')))
  const manifest = {
    name: 'fresh-project',
    private: true,
    type,
    dependencies: { ...others, ...Object.fromEntries(named) },
    // npm's way; pnpm's is a file of its own
    overrides: Object.fromEntries(
      Object.entries(ours).filter(([name]) => !named.some(([own]) => own === name)),
    ),
  }
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest))
  await install[by](folder, ours)
  return { folder, remove: () => rm(folder, { recursive: true }) }
}

const install = {
  pnpm: async (folder: string, ours: Dependencies) => {
    const overrides = Object.entries(ours).map(([name, file]) => `  '${name}': '${file}'\n`)
    await writeFile(path.join(folder, 'pnpm-workspace.yaml'), `overrides:\n${overrides.join('')}`)
    const options = ['install', '--prefer-offline', '--no-frozen-lockfile', '--ignore-scripts']
    await run('pnpm', options, { cwd: folder })
  },
  npm: async (folder: string) => {
    const options = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock']
    await run('npm', ['install', ...options], { cwd: folder })
  },
}
