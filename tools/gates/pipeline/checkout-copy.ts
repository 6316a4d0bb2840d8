import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { copyCheckout } from '../../src/bench/copy-checkout.ts'
import { listPackages } from '../../src/packages/published.ts'
import { repository } from '../../src/repository.ts'

const run = promisify(execFile)

/** The dependencies are borrowed from the original: nothing may install there. */
const environment = { ...process.env, pnpm_config_verify_deps_before_run: 'false' }

/** A copy of this checkout, built outputs included, to edit and build without touching the original. */
export interface CheckoutCopy {
  readonly root: string
  edit(file: string, change: (text: string) => string): Promise<void>
  /** Runs a command of the workspace there. */
  run(folder: string, command: string, ...options: string[]): Promise<string>
  /** Task id (`@windmill-user-api/types#generate`) → hash of everything that it reads. */
  hashes(...tasks: string[]): Promise<Map<string, string>>
  remove(): Promise<void>
}

export async function createCheckoutCopy(): Promise<CheckoutCopy> {
  const root = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-copy-'))
  await copyCheckout(root)
  await copyOutputs(root)
  // turbo asks git which files there are
  await run('git', ['init', '--quiet'], { cwd: root })
  return {
    root,
    edit: async (file, change) => {
      const text = await readFile(path.join(root, file), 'utf8')
      await writeFile(path.join(root, file), change(text))
    },
    run: async (folder, command, ...options) => {
      const { stdout } = await run(command, options, { cwd: path.join(root, folder), env: environment })
      return stdout
    },
    hashes: (...tasks) => hashes(root, tasks),
    remove: () => rm(root, { recursive: true }),
  }
}

async function copyOutputs(root: string): Promise<void> {
  await symlink(path.join(repository, 'node_modules'), path.join(root, 'node_modules'))
  for (const { folder } of listPackages()) {
    const target = path.join(root, path.relative(repository, folder))
    await symlink(path.join(folder, 'node_modules'), path.join(target, 'node_modules'))
    for (const output of ['dist', 'src/generated']) {
      await cp(path.join(folder, output), path.join(target, output), { recursive: true }).catch(ignoreMissing)
    }
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

async function hashes(root: string, tasks: readonly string[]): Promise<Map<string, string>> {
  const { stdout } = await run('turbo', ['run', ...tasks, '--dry=json'], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  })
  const plan: { tasks: { taskId: string; command: string; hash: string }[] } = JSON.parse(stdout)
  const real = plan.tasks.filter(({ command }) => command !== '<NONEXISTENT>')
  return new Map(real.map(({ taskId, hash }) => [taskId, hash]))
}
