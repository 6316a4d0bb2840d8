import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

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

/** Asks the registry that npm is configured for. It sends nothing but the name of a package. */
export async function findNewest(signal: AbortSignal): Promise<Newest | Unknown> {
  const folder = await mkdtemp(path.join(tmpdir(), 'windmill-contract-'))
  const words = [
    'install',
    `${document}@latest`,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefer-online',
  ]
  try {
    await promisify(execFile)('npm', [...words, '--prefix', '.', '--fetch-retries', '0'], {
      cwd: folder,
      signal,
      timeout: patience,
      // there, npm is a script of the shell
      shell: process.platform === 'win32',
    })
    return await readNewest(path.join(folder, 'node_modules', document))
  } catch (failure) {
    signal.throwIfAborted()
    return { reason: reasonOf(failure) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
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
