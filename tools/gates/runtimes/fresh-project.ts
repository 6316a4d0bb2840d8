import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { packOnly } from '../../src/packages/pack.ts'

/** A project that nobody but its user has touched. */
export interface FreshProject {
  readonly folder: string
  remove(): Promise<void>
}

/** Packages of others and their versions, as a package.json has them. */
export type Dependencies = Readonly<Record<string, string>>

/**
 * Installs published packages, by their names without the scope, from the tarballs of a release, beside a copy of `files` and with
 * what else a user of theirs has.
 */
export async function freshProject(
  names: readonly string[],
  files: string,
  others: Dependencies = {},
): Promise<FreshProject> {
  const folder = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-fresh-'))
  await cp(files, folder, { recursive: true })
  const tarballs = await packOnly(names, folder)
  const ours = Object.fromEntries(tarballs.map(({ name, file }) => [name, `file:${file}`]))
  const dependencies = { ...others, ...ours }
  const manifest = { name: 'fresh-project', private: true, type: 'module', dependencies }
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest))
  const overrides = Object.entries(ours).map(([name, file]) => `  '${name}': '${file}'\n`)
  await writeFile(path.join(folder, 'pnpm-workspace.yaml'), `overrides:\n${overrides.join('')}`)
  const options = ['install', '--prefer-offline', '--no-frozen-lockfile', '--ignore-scripts']
  await promisify(execFile)('pnpm', options, { cwd: folder })
  return { folder, remove: () => rm(folder, { recursive: true }) }
}
