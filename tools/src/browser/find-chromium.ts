import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { readText } from '@windmill-user-api/command-line'
import { repository } from '../repository.ts'

/** Where a Chromium is, and what has to be in its environment for it to find its libraries. */
export interface Chromium {
  /** Absent: whatever Chrome is installed in the usual place. */
  readonly executablePath?: string
  readonly env: Readonly<Record<string, string>>
}

/**
 * Finds a real Chromium: the one that `CHROMIUM_PATH` names, else on Linux (x64) the one that a package of the registry
 * carries with the libraries that a bare machine lacks, else the Chrome that is installed.
 *
 * @example
 * const { executablePath, env } = await findChromium()
 */
export async function findChromium(): Promise<Chromium> {
  const named = readText(process.env, 'CHROMIUM_PATH')
  if (named !== undefined) return { executablePath: named, env: {} }
  if (process.platform !== 'linux' || process.arch !== 'x64') return { env: {} }
  const folder = path.join(repository, 'node_modules/.cache', `chromium-${carriedVersion()}`)
  if (!existsSync(folder)) await unpack(folder)
  return {
    executablePath: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') },
  }
}

function carriedVersion(): string {
  const manifestFile = findPackageJSON('@sparticuz/chromium', import.meta.url)
  const manifest: unknown = manifestFile && JSON.parse(readFileSync(manifestFile, 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version)
  throw new TypeError('@sparticuz/chromium: expected a package.json with a version')
}

/** Unpacks beside the place and renames, so that of two test files that come at once neither sees half a browser. */
async function unpack(folder: string): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true })
  const unpacking = await mkdtemp(`${folder}-`)
  try {
    await promisify(execFile)(process.execPath, [path.join(import.meta.dirname, 'unpack-chromium.ts')], {
      // a runtime of AWS is named because the libraries are unpacked for one only
      env: { ...process.env, TMPDIR: unpacking, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    })
    await rename(unpacking, folder)
  } catch (error) {
    await rm(unpacking, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}
