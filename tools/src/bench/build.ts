import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { runPhases } from '../pipeline/phases.ts'
import { copyCheckout } from './copy-checkout.ts'
import { markdownTable } from './markdown-table.ts'

const run = promisify(execFile)

interface Measurement {
  readonly what: string
  /** The time that we aim at on two cores, in seconds. */
  readonly aim: number
  /** Wall-clock time, in seconds. */
  readonly seconds: number
}

/** Builds a copy of this checkout, dependencies installed, and gives the table in Markdown. */
export async function benchBuild(): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-bench-'))
  try {
    progress('copying the checkout and installing its dependencies')
    await copyCheckout(copy)
    await run('pnpm', ['install', '--prefer-offline', '--frozen-lockfile'], { cwd: copy })
    return tableOf([
      await measure('cold: no turbo cache, nothing built', 30, copy),
      await measure('nothing changed', 2, copy),
      await measure('one description edited', 10, copy, editDescription),
    ])
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

async function measure(
  what: string,
  aim: number,
  root: string,
  prepare: (root: string) => Promise<void> = async () => {},
): Promise<Measurement> {
  progress(what)
  await prepare(root)
  const started = performance.now()
  await runPhases({
    root,
    output: 'ignore',
    turboArguments: ['--cache-dir', path.join(root, '.turbo/cache')],
  })
  return { what, aim, seconds: (performance.now() - started) / 1000 }
}

async function editDescription(root: string): Promise<void> {
  const file = path.join(root, 'spec/paths/users_whoami.yaml')
  const text = await readFile(file, 'utf8')
  const edited = text.replace(/^( +)description: [|>]-?\n +/m, '$&Edited. ')
  if (edited === text)
    throw new Error(`${file} has no block description to edit. Expected "description: >-" or "|-".`)
  await writeFile(file, edited)
}

function tableOf(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ what, seconds, aim }) => [what, `${seconds.toFixed(1)} s`, `≤ ${aim} s`])
  return markdownTable(['build', 'measured', 'aim'], rows)
}

function progress(step: string): void {
  process.stderr.write(`${step} …\n`)
}
