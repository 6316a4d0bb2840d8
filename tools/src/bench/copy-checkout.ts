import { execFile } from 'node:child_process'
import { cp, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { repository } from '../repository.ts'

const run = promisify(execFile)

/** Copies what git knows or would add, as it stands in the working tree: no build output, no node_modules. */
export async function copyCheckout(destination: string): Promise<void> {
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: repository,
    maxBuffer: 64 * 1024 * 1024,
  })
  const { stdout: removed } = await run('git', ['ls-files', '-z', '--deleted'], { cwd: repository })
  const gone = new Set(removed.split('\0'))
  const files = stdout.split('\0').filter((file) => file !== '' && !gone.has(file))
  for (const file of files) {
    const target = path.join(destination, file)
    await mkdir(path.dirname(target), { recursive: true })
    await cp(path.join(repository, file), target, { verbatimSymlinks: true })
  }
}
