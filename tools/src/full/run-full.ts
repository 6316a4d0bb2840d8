import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FullRun } from './full-run.ts'

const vitest = path.resolve(fileURLToPath(import.meta.resolve('vitest/package.json')), '../vitest.mjs')
const reporter = path.join(import.meta.dirname, 'reporter.ts')

/** Most of the time a file of this tier waits for a program that it has started: vitest would leave one core to itself. */
const allCores = ['--maxWorkers=100%']

export interface Outcome {
  /** What a shell gets: 0 only if vitest ended with 0 and has reported that all tests passed. */
  readonly status: number
  /** Missing where vitest ended before it could report. */
  readonly run?: FullRun
}

/**
 * Runs vitest with the files of the full tier, in a process of its own. Neither its exit status nor its report is trusted alone: what
 * a test has loaded can end the process with 0 although tests failed, and a report is written before the process ends.
 *
 * @example
 * const { status, run } = await runFull({ cwd: repository, limit: 40 * 60_000 })
 */
export async function runFull(options: {
  readonly cwd: string
  /** After so many milliseconds it is ended, and has failed. */
  readonly limit: number
  /** Further arguments of vitest. */
  readonly vitestArguments?: readonly string[]
  /** Hides what vitest prints. */
  readonly isSilent?: boolean
}): Promise<Outcome> {
  const folder = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-full-'))
  const report = path.join(folder, 'run.json')
  const child = spawn(
    process.execPath,
    [
      vitest,
      'run',
      ...allCores,
      '--reporter=default',
      `--reporter=${reporter}`,
      ...(options.vitestArguments ?? []),
    ],
    {
      cwd: options.cwd,
      env: { ...process.env, TEST_TIER: 'full', TEST_FIGURES: report },
      stdio: options.isSilent ? 'ignore' : 'inherit',
      timeout: options.limit,
    },
  )
  const [code] = await once(child, 'exit')
  const run = await readFile(report, 'utf8').then(JSON.parse, () => undefined)
  await rm(folder, { recursive: true })
  return { status: code === 0 && run?.result !== 'passed' ? 1 : (code ?? 1), run }
}
