import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

const folder = path.resolve(import.meta.dirname, '..')

/** What a program of this package prints, `programs/who-am-i.ts` for instance. It fails if the program does not end by itself within 20 seconds. */
export async function runProgram(file: string, environment: Record<string, string>): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(folder, file)], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    timeout: 20_000,
  })
  return stdout.trim()
}
