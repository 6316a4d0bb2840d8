import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { repository } from '../repository.ts'

/** A text that is another one when the code that the sandbox loads is. */
export async function fingerprint(): Promise<string> {
  const folder = path.join(repository, 'packages/sandbox/src')
  const files = globSync('**/*.{ts,json,sql}', { cwd: folder }).filter(
    (file) => !/\.test(-d)?\.ts$/.test(file),
  )
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(path.join(folder, file)))
  return hash.digest('hex')
}
