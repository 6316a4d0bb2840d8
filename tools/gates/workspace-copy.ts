import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { copyCheckout } from '../src/bench/copy-checkout.ts'

const run = promisify(execFile)

/** A copy of this checkout with its dependencies installed, to edit and build as a person does. */
export interface WorkspaceCopy {
  readonly root: string
  read(file: string): Promise<string>
  write(file: string, text: string): Promise<void>
  /** Replaces a text of a file, which has to be there. */
  replace(file: string, from: string, to: string): Promise<void>
  /** Runs a program at the root. @returns Its exit status, and all that it printed. */
  run(program: string, ...words: readonly string[]): Promise<Outcome>
}

interface Outcome {
  readonly status: number
  readonly printed: string
}

/** Makes one. */
export async function createWorkspaceCopy(): Promise<WorkspaceCopy & AsyncDisposable> {
  const root = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-workspace-'))
  await copyCheckout(root)
  await run('pnpm', ['install', '--prefer-offline', '--frozen-lockfile'], { cwd: root })
  const read = (file: string) => readFile(path.join(root, file), 'utf8')
  const write = (file: string, text: string) => writeFile(path.join(root, file), text)
  return {
    root,
    read,
    write,
    replace: async (file, from, to) => {
      const text = await read(file)
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
      await write(file, text.replace(from, to))
    },
    run: (program, ...words) => outcomeOf(root, program, words),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  }
}

const environment = {
  pnpm_config_verify_deps_before_run: 'false',
  NO_COLOR: '1',
  // a turbo that only plans would wait for both
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
}

async function outcomeOf(cwd: string, program: string, words: readonly string[]): Promise<Outcome> {
  return run(program, words, { cwd, env: { ...process.env, ...environment }, maxBuffer: 2 ** 26 }).then(
    ({ stdout, stderr }) => ({ status: 0, printed: stdout + stderr }),
    (failure: { code: number; stdout: string; stderr: string }) => ({
      status: failure.code,
      printed: failure.stdout + failure.stderr,
    }),
  )
}
