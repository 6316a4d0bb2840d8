import { execFile } from 'node:child_process'
import { type Application, commandIn, environmentFor } from '../applications/application.ts'

/** How a test runner ended. */
export interface TestRun {
  readonly status: number | string | null
  /** What it has printed, on both streams. */
  readonly output: string
  readonly seconds: number
}

/** A test runner that has not ended by then waits for something that the packages left behind. */
const patience = 240_000

/** Runs a command of an application's dependencies to its end. `flags` are those of Node. */
export function runTests({ folder }: Application, command: readonly string[], flags = ''): Promise<TestRun> {
  const [name = '', ...commandArguments] = command
  const options = { cwd: folder, env: environmentFor({ NODE_OPTIONS: flags }), timeout: patience }
  const began = Date.now()
  return new Promise((resolve) => {
    execFile(commandIn(folder, name), commandArguments, options, (error, stdout, stderr) => {
      const status = error ? (error.code ?? error.signal ?? null) : 0
      resolve({ status, output: stdout + stderr, seconds: (Date.now() - began) / 1000 })
    })
  })
}
