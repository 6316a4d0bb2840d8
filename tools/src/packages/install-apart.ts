import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { repository } from '../repository.ts'

/** Where it goes: beside what else is made and can be made again. */
const defaultCache = path.join(repository, 'node_modules/.cache')

/**
 * Installs what the package.json in `folder` names, apart from the workspace: what only one test or bench needs shall not be
 * downloaded by everyone. It is done once, and again when the package.json has changed.
 *
 * @example
 * const installed = await installApart(path.join(import.meta.dirname, 'runtimes'))
 * await run(path.join(installed, 'node_modules/.bin/deno'), ['--version'])
 */
export async function installApart(folder: string, cache = defaultCache): Promise<string> {
  const manifest = await readFile(path.join(folder, 'package.json'))
  const name = path.relative(repository, folder).replaceAll(/\W/g, '-')
  const version = createHash('sha256').update(manifest).digest('hex').slice(0, 8)
  const installed = path.join(cache, `${name}-${version}`)
  if (!existsSync(installed)) await install(folder, installed)
  return installed
}

/** Installs beside the place and renames, so that of two that come at once neither sees half of it. */
async function install(folder: string, installed: string): Promise<void> {
  process.stderr.write(`installing what ${path.relative(repository, folder)}/package.json names …\n`)
  await mkdir(path.dirname(installed), { recursive: true })
  const installing = await mkdtemp(`${installed}-`)
  try {
    await cp(folder, installing, { recursive: true })
    await promisify(execFile)('pnpm', ['install', '--prefer-offline', '--no-frozen-lockfile'], {
      cwd: installing,
      maxBuffer: 64 * 1024 * 1024,
    })
    await rename(installing, installed)
  } catch (error) {
    await rm(installing, { recursive: true, force: true })
    if (!existsSync(installed)) throw error
  }
}
