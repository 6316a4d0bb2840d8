import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { packOnly } from '../../src/packages/pack.ts'
import { repository } from '../../src/repository.ts'

/** An application of somebody who has our packages from npm. */
export interface Application extends AsyncDisposable {
  /** Where it is installed, absolute. */
  readonly folder: string
  /** Runs `node`, or a command of its dependencies such as `vite`, and returns what that printed. Rejects if it fails. */
  run(command: string, commandArguments?: readonly string[], environment?: Environment): Promise<string>
}

export type Environment = Readonly<Record<string, string>>

/** What nobody copies: what an earlier run has made, in the checkout of somebody who tried the example. */
const notCopied = new Set(['node_modules', 'dist', 'build', '.next', '.expo', '.react-router', '.wrangler'])

const installers = {
  npm: ['install', '--no-save', '--prefer-offline', '--no-audit', '--no-fund'],
  pnpm: ['install', '--prefer-offline', '--no-frozen-lockfile'],
}

/**
 * Copies an application of this repository, and installs it with the packages in the tarballs of a release. Its package.json finds
 * those in `../packages`. What comes from others stands in its lockfile.
 *
 * @param source - Below the repository, such as `examples/next`.
 * @param packages - Those it names, without the scope, and those that they need.
 */
export async function installApplication(source: string, packages: readonly string[]): Promise<Application> {
  const place = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-application-'))
  const folder = path.join(place, path.basename(source))
  const remove = () => rm(place, { recursive: true, force: true, maxRetries: 5 })
  try {
    await cp(path.join(repository, source), folder, {
      recursive: true,
      filter: (file) => !notCopied.has(path.basename(file)),
    })
    await packInto(path.join(place, 'packages'), packages)
    const installer = existsSync(path.join(folder, 'package-lock.json')) ? 'npm' : 'pnpm'
    await execute(installer, installers[installer], folder)
  } catch (error) {
    await remove()
    throw error
  }
  const run: Application['run'] = (command, commandArguments = [], environment = {}) =>
    execute(commandIn(folder, command), commandArguments, folder, environment)
  return { folder, run, [Symbol.asyncDispose]: remove }
}

/** Where a command of an application is. */
export function commandIn(folder: string, command: string): string {
  return command === 'node' ? process.execPath : path.join(folder, 'node_modules/.bin', command)
}

/** By the names that the READMEs of the examples say: without a version, so that a release changes no package.json. */
async function packInto(folder: string, names: readonly string[]): Promise<void> {
  await mkdir(folder)
  for (const { name, file } of await packOnly(names, folder)) {
    await rename(file, path.join(folder, `${name.replace('@', '').replace('/', '-')}.tgz`))
  }
}

/** The environment of an application: that of the tests without what vitest sets, and without telemetry. */
export function environmentFor(additions: Environment): NodeJS.ProcessEnv {
  const {
    NODE_ENV: _test,
    VITEST: _vitest,
    TEST: _isTest,
    NODE_OPTIONS: _options,
    ...environment
  } = process.env
  return {
    ...environment,
    CI: '1',
    NO_COLOR: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    EXPO_NO_TELEMETRY: '1',
    WRANGLER_SEND_METRICS: 'false',
    ...additions,
  }
}

async function execute(
  command: string,
  commandArguments: readonly string[],
  cwd: string,
  additions: Environment = {},
): Promise<string> {
  const options = { cwd, env: environmentFor(additions), maxBuffer: 64 * 1024 * 1024 }
  const { stdout } = await promisify(execFile)(command, commandArguments, options).catch(withOutput)
  return stdout
}

/** Build tools say on stdout what is wrong, which the error of Node leaves out. */
function withOutput(failure: Error & { readonly stdout?: string }): never {
  failure.message = `${failure.message}\n${failure.stdout ?? ''}`
  throw failure
}
