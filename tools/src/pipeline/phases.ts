import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { constants, tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { repository } from '../repository.ts'
import { followThread } from '../thread/follow-thread.ts'
import { removeStaleCompiled, removeStaleGenerated } from './remove-stale-files.ts'

/**
 * What turns the document into packages. Each phase is a turbo run of its own: turbo hashes the inputs of a run when it
 * begins, so a phase sees what the one before has written, and a file that came out the same rebuilds nothing.
 */
export const phases = [['lint', 'bundle'], ['generate'], ['build']] as const

export type Phase = (typeof phases)[number]

/** A phase that did not end well. Turbo has already printed what is wrong. */
export class PhaseError extends Error {
  override readonly name = 'PhaseError'
  readonly phase: Phase
  readonly exitCode: number

  constructor(phase: Phase, exitCode: number, message = `the phase "${phase.join(' ')}" failed`) {
    super(message)
    this.phase = phase
    this.exitCode = exitCode
  }
}

export interface PhaseOptions {
  /** The root of the checkout to build; this one by default. */
  readonly root?: string
  /** Further arguments for turbo, such as `--force`. */
  readonly turboArguments?: readonly string[]
  /** Where turbo's output goes; to the terminal by default. */
  readonly output?: 'inherit' | 'ignore' | 'on failure'
  /** The packages whose `dist` is built, without that of others that they would carry: folders of `packages`. All by default. */
  readonly built?: readonly string[]
  /** Whether types, mocks and docs have what is marked `x-draft`: a preview, which is not published. */
  readonly drafts?: boolean
  /** Stops turbo and what it runs. */
  readonly signal?: AbortSignal
}

/**
 * Runs all phases. Between generating and building, the thread of every operation is followed.
 *
 * @throws {@link PhaseError} for the first phase that fails; later ones do not run.
 * @throws `ThreadError` where an operation lacks one of its places.
 */
export async function runPhases(options: PhaseOptions = {}): Promise<void> {
  const { root = repository, built = [], turboArguments = [] } = options
  const [document, generate, build] = phases
  const filters = built.map((name) => `--filter=./packages/${name}`)
  const only = built.length > 0 ? ['--only', ...filters] : []
  await runDocumentPhase(document, options)
  await runPhase(generate, options)
  await removeStaleGenerated(root)
  await followThread(root)
  await runPhase(build, { ...options, turboArguments: [...turboArguments, ...only] })
  await removeStaleCompiled(root)
}

/** Of a document with mistakes, those alone are shown: what tools say between would hide them. */
async function runDocumentPhase(phase: Phase, options: PhaseOptions): Promise<void> {
  const { output = 'inherit' } = options
  const folder = await mkdtemp(path.join(tmpdir(), 'lint-'))
  const report = path.join(folder, 'report.txt')
  const turbo = startTurbo(phase, options, 'pipe', { LINT_REPORT: report })
  try {
    const [printed, exitCode] = await Promise.all([allOutputOf(turbo), exitCodeOf(turbo)])
    const mistakes = exitCode ? await readFile(report, 'utf8').catch(() => '') : ''
    if (output === 'inherit' || (output === 'on failure' && exitCode))
      process.stderr.write(mistakes || printed)
    if (exitCode) throw new PhaseError(phase, exitCode, mistakes ? 'Nothing was built.' : undefined)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function allOutputOf({ stdout, stderr }: ChildProcess): Promise<string> {
  const streams = [stdout, stderr].map((stream) => (stream ? text(stream) : ''))
  return (await Promise.all(streams)).join('')
}

async function runPhase(phase: Phase, options: PhaseOptions): Promise<void> {
  const { output = 'inherit' } = options
  const turbo = startTurbo(phase, options, output === 'on failure' ? 'pipe' : output)
  const [printed, exitCode] = await Promise.all([allOutputOf(turbo), exitCodeOf(turbo)])
  if (exitCode === 0) return
  process.stderr.write(printed)
  throw new PhaseError(phase, exitCode)
}

function startTurbo(
  phase: Phase,
  { root = repository, turboArguments = [], drafts = false, signal }: PhaseOptions,
  output: 'inherit' | 'ignore' | 'pipe',
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn('turbo', ['run', ...phase, '--output-logs=new-only', ...turboArguments], {
    cwd: root,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...quietEnvironment, ...environment, DRAFTS: drafts ? 'kept' : '' },
    ...(signal && { signal }),
  })
}

function exitCodeOf(turbo: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    turbo.once('error', reject)
    turbo.once('exit', (code, signalName) =>
      resolve(code ?? 128 + (signalName ? constants.signals[signalName] : 0)),
    )
  })
}

const quietEnvironment = {
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  // the command that brought us here has installed what is missing; the tasks need not look again, all at once
  pnpm_config_verify_deps_before_run: 'false',
}
