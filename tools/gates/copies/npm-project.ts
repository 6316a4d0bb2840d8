import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { packOnly, type Tarball } from '../../src/packages/pack.ts'
import { repack } from '../../src/packages/repack.ts'

const run = promisify(execFile)
const others = { react: '19.3.1', 'react-dom': '19.3.1', '@tanstack/react-query': '5.108.0' }

/** What is installed by name, and as which version. */
export type Versions = Readonly<Record<'types' | 'client' | 'react-query', string>>

/** The packages of a release, from which a project gets any version. */
export interface Release {
  readonly folder: string
  readonly tarballs: readonly Tarball[]
  remove(): Promise<void>
}

/** Packs what hooks need. */
export async function packRelease(): Promise<Release> {
  const folder = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-release-'))
  const tarballs = await packOnly(['types', 'client', 'react-query'], folder)
  return { folder, tarballs, remove: () => rm(folder, { recursive: true }) }
}

/** A project of npm with these versions side by side, as somebody has it who updates one of them. */
export async function npmProject(release: Release, versions: Versions, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const files = await Promise.all(
    Object.entries(versions).map(async ([name, version]) => {
      const tarball = release.tarballs.find((packed) => packed.name.endsWith(`/${name}`))
      if (!tarball) throw new Error(`expected a packed package, got ${name}`)
      const { file } = await repack(tarball, version, folder)
      return [tarball.name, `file:${file}`] as const
    }),
  )
  await cp(path.join(import.meta.dirname, 'program'), folder, { recursive: true })
  const manifest = {
    name: 'copies',
    private: true,
    dependencies: { ...others, ...Object.fromEntries(files) },
  }
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest))
  const options = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock']
  await run('npm', ['install', ...options], { cwd: folder })
  return folder
}

/** How a copy is loaded: as ESM, as CommonJS, or as the CommonJS of the project in `other/`. */
export type Copy = 'import' | 'require' | 'other'

/** Calls the hooks of one copy with a client of another, and returns what came of it. */
export async function callHooks(project: string, client: Copy, hooks: Copy, node = 'node'): Promise<unknown> {
  const { stdout } = await run(node, ['hooks.mjs', client, hooks], { cwd: project })
  return JSON.parse(stdout)
}
