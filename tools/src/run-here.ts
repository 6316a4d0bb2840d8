import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { repository } from './repository.ts'

/**
 * Runs a program at the root of this checkout, with its output on the terminal. Installed programs are found by name.
 *
 * @throws where it ends with another status than 0.
 */
export async function runHere(program: string, words: readonly string[]): Promise<void> {
  const PATH = [path.join(repository, 'node_modules/.bin'), process.env['PATH']].join(path.delimiter)
  const child = spawn(program, words, {
    cwd: repository,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH },
  })
  const [status] = await once(child, 'exit')
  if (status !== 0) throw new Error(`${[program, ...words].join(' ')} ended with ${status}.`)
}
