import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Terminal } from './terminal.ts'

/** The newest published release of the contract. */
export interface Newest {
  readonly version: string
  /** Every `operationId`, in the order of the document. */
  readonly operations: readonly string[]
}

/** Why the newest release is not known, as the end of a sentence. */
export interface Unknown {
  readonly reason: string
}

const document = '@windmill-user-api/openapi'

/** No answer may hold up a verdict that is there. */
const patience = 30_000

const reasons: readonly (readonly [sign: RegExp, reason: string])[] = [
  [/\bE404\b/, 'the registry of npm has no release of it'],
  [/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|network/i, 'the registry of npm cannot be reached'],
  [/ENOENT|not found|not recognized/i, 'npm is not installed'],
]

/** How npm is started, and when it ends at once. */
type Surroundings = Pick<Terminal, 'environment' | 'signal'>

/**
 * Asks the registry that npm is configured for in the working directory: by the `.npmrc` of its project, of the user, and the environment.
 * It sends nothing but the name of a package, and writes nothing there.
 */
export async function findNewest({ signal, environment }: Surroundings): Promise<Newest | Unknown> {
  const folder = await mkdtemp(path.join(tmpdir(), 'windmill-contract-'))
  // Not as an option, which a shell would split at a space.
  const env = { ...environment, npm_config_pack_destination: folder }
  try {
    // `npm install` would look for the `.npmrc` where it installs.
    await npm(['pack', `${document}@latest`, '--prefer-online', '--fetch-retries', '0'], { signal, env })
    const tarball = (await readdir(folder)).map((file) => `./${file}`)
    const offline = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', '.']
    await npm(['install', ...tarball, ...offline], { signal, env: environment, cwd: folder })
    return await readNewest(path.join(folder, 'node_modules', document))
  } catch (failure) {
    signal.throwIfAborted()
    return { reason: reasonOf(failure) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function npm(
  words: readonly string[],
  options: { readonly signal: AbortSignal; readonly env: Surroundings['environment']; readonly cwd?: string },
) {
  await promisify(execFile)('npm', words, {
    ...options,
    timeout: patience,
    // there, npm is a script of the shell
    shell: process.platform === 'win32',
  })
}

async function readNewest(folder: string): Promise<Newest> {
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'))
  const { paths } = JSON.parse(await readFile(path.join(folder, 'dist/openapi.json'), 'utf8'))
  const items = Object.values<Readonly<Record<string, { readonly operationId?: string }>>>(paths)
  const operations = items.flatMap((item) =>
    Object.values(item).flatMap(({ operationId }) => operationId ?? []),
  )
  return { version, operations }
}

/** @param failure - what `execFile` rejects with: npm writes its reason to standard error. */
export function reasonOf(failure: unknown): string {
  const { killed, code, stderr = '' } = Object(failure)
  if (killed) return `the registry of npm gave no answer in ${patience / 1_000} s`
  const said = `${code} ${stderr}`
  return reasons.find(([sign]) => sign.test(said))?.[1] ?? `npm ended with ${code}`
}
