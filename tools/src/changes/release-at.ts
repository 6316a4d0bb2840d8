import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { packAll } from '../packages/pack.ts'
import { repository } from '../repository.ts'
import { saveHelp } from './content/help.ts'
import { savePrograms } from './types/programs.ts'

const run = promisify(execFile)
const cache = path.join(repository, 'node_modules/.cache/releases')

/** The last release: its tag; before the first one, where this branch left the main branch. */
export async function findBase(): Promise<string> {
  const tagged = await git('describe', '--tags', '--match', 'v[0-9]*', '--abbrev=0').catch(() => '')
  return tagged || git('merge-base', 'HEAD', 'main')
}

/** The folder with the tarballs of a commit. They are packed once, from a build in a work tree of its own. */
export async function releaseAt(reference: string, say: (line: string) => void): Promise<string> {
  const commit = await git('rev-parse', '--verify', `${reference}^{commit}`)
  const folder = path.join(cache, commit)
  if (existsSync(folder)) return folder
  say(`building ${reference} (${commit.slice(0, 9)}) to compare with it …`)
  await mkdir(cache, { recursive: true })
  const packing = await mkdtemp(`${folder}-`)
  const place = await mkdtemp(path.join(tmpdir(), 'release-'))
  const checkout = path.join(place, 'checkout')
  await git('worktree', 'add', '--quiet', '--detach', checkout, commit)
  try {
    await inCheckout(checkout, 'pnpm', 'install', '--frozen-lockfile', '--prefer-offline')
    await inCheckout(checkout, 'pnpm', 'build')
    await packAll(packing, checkout)
    await saveHelp(checkout, packing)
    await savePrograms(checkout, packing)
    await rename(packing, folder)
  } finally {
    await git('worktree', 'remove', '--force', checkout)
    await Promise.all([packing, place].map((made) => rm(made, { recursive: true, force: true })))
  }
  return folder
}

/** The tarballs of this checkout as it stands, in a folder that the caller removes. */
export async function releaseHere(): Promise<string> {
  await inCheckout(repository, 'pnpm', 'build')
  const folder = await mkdtemp(path.join(tmpdir(), 'release-'))
  await packAll(folder)
  await saveHelp(repository, folder)
  return folder
}

/** The tarball of a package in a folder; none where there is no such package. */
export async function tarballOf(name: string, folder: string): Promise<string | undefined> {
  const prefix = `windmill-user-api-${name}-`
  const found = (await readdir(folder)).find(
    (file) => file.startsWith(prefix) && /^\d/.test(file.slice(prefix.length)),
  )
  return found && path.join(folder, found)
}

/** The notes that a commit has, by file. */
export async function notesAt(reference: string): Promise<ReadonlyMap<string, string>> {
  const names = await git('ls-tree', '--name-only', reference, '.changeset/')
  const files = names.split('\n').filter((name) => name.endsWith('.md'))
  const texts = files.map(async (file) => [path.basename(file), await show(`${reference}:${file}`)] as const)
  return new Map(await Promise.all(texts))
}

async function show(what: string): Promise<string> {
  return (await run('git', ['show', what], { cwd: repository })).stdout
}

async function git(...words: readonly string[]): Promise<string> {
  return (await run('git', words, { cwd: repository })).stdout.trim()
}

/** Without what this run has set for its own tools. */
async function inCheckout(cwd: string, program: string, ...words: readonly string[]): Promise<void> {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:npm|pnpm)_(?!config_registry)/i.test(name))
  const env = { ...Object.fromEntries(own), PATH: process.env['PATH'] }
  await run(program, words, { cwd, env, maxBuffer: 64 * 1024 * 1024 }).catch(
    (failure: { stdout: string }) => {
      throw new Error(`${program} ${words.join(' ')} failed in ${cwd}:\n${failure.stdout.slice(-4_000)}`)
    },
  )
}
