import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { repository } from '../../repository.ts'
import type { Difference } from './difference.ts'

/** What `redocly diff` says of two documents. */
export interface Comparison {
  readonly differences: readonly Difference[]
  /** The level that it recommends itself; none where it finds no difference. */
  readonly recommended: 'patch' | 'minor' | 'major' | undefined
}

/** Compares two files. */
export async function compareDocuments(before: string, after: string): Promise<Comparison> {
  const redocly = path.join(repository, 'spec/node_modules/.bin/redocly')
  const config = path.join(import.meta.dirname, 'redocly.yaml')
  const options = ['--config', config, '--format', 'json', '--fail-on', 'none']
  const { stdout } = await promisify(execFile)(redocly, ['diff', before, after, ...options], {
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  })
  const { changes, bump } = JSON.parse(stdout)
  return { differences: changes, recommended: bump ?? undefined }
}
