import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { copyCheckout } from '../../src/bench/copy-checkout.ts'

const run = promisify(execFile)

/** A checkout of its own, with a history and an origin, from which a maintainer releases. */
export interface Checkout {
  git(...words: readonly string[]): Promise<string>
  pnpm(...words: readonly string[]): Promise<string>
  write(file: string, text: string): Promise<void>
  commit(message: string): Promise<void>
  /** Releases, and kills all of it as soon as one more package is published. @returns whether it was killed. */
  releaseUntilPublished(): Promise<boolean>
}

export const origin = 'https://git.example.com/acme/user-api'

/** Copies this checkout into a folder, says there whose it is, and installs. */
export async function prepareCheckout(folder: string, npmrc: string): Promise<Checkout> {
  await copyCheckout(folder)
  // Not what this run has set for its own tools.
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm|pnpm|vitest)_(?!config_registry)/i.test(name),
  )
  const identity = { GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.com' }
  const committer = { GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@example.com' }
  const env = { ...Object.fromEntries(inherited), ...identity, ...committer, NPM_CONFIG_USERCONFIG: npmrc }
  const start = async (program: string, words: readonly string[]) =>
    (await run(program, words, { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 })).stdout.trim()
  const checkout: Checkout = {
    git: (...words) => start('git', words),
    pnpm: (...words) => start('pnpm', words),
    write: (file, text) => writeFile(path.join(folder, file), text),
    commit: async (message) => {
      await checkout.git('add', '--all')
      await checkout.git('commit', '--quiet', '--message', message)
    },
    releaseUntilPublished: () => releaseUntilPublished(folder, env),
  }
  await sayWhose(folder)
  await checkout.git('init', '--quiet', '--initial-branch', 'main')
  await checkout.pnpm('install', '--frozen-lockfile', '--prefer-offline')
  await checkout.commit('chore: begin')
  return checkout
}

async function sayWhose(folder: string): Promise<void> {
  const file = path.join(folder, 'package.json')
  const manifest = JSON.parse(await readFile(file, 'utf8'))
  const whose = { ...manifest, repository: origin, author: 'Ada Lovelace' }
  await writeFile(file, `${JSON.stringify(whose, null, 2)}\n`)
}

async function releaseUntilPublished(cwd: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  // In a group of its own, so that nothing that it has started outlives it.
  const child = spawn('pnpm', ['release', '--no-test'], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  let isKilled = false
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.endsWith(' is published') || child.pid === undefined) continue
    isKilled = true
    process.kill(-child.pid, 'SIGKILL')
    break
  }
  child.stdout.resume()
  const [status] = await ended
  if (!isKilled && status !== 0) throw new Error(`pnpm release ended with ${status}`)
  return isKilled
}
