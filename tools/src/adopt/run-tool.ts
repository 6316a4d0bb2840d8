import { spawn } from 'node:child_process'
import path from 'node:path'
import { repository } from '../repository.ts'

/** Who hears how far it is, and who may stop it. */
export interface Progress {
  readonly signal: AbortSignal
  readonly say: (line: string) => void
}

/** Runs a command of this workspace in the other one, or in a folder of it. */
export type RunTool = (command: string, args: readonly string[], within?: string) => Promise<void>

/** Where commands are that are not in the path of a script of the root. */
const binaries = ['spec/node_modules/.bin', 'node_modules/.bin'].map((folder) =>
  path.join(repository, folder),
)

export function createRunner(workspace: string, { signal }: Progress): RunTool {
  return async (command, args, within = '.') => {
    signal.throwIfAborted()
    const { status, output } = await run(command, args, path.join(workspace, within), signal)
    signal.throwIfAborted()
    if (status !== 0)
      throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${output.slice(-4000)}`)
  }
}

interface Ended {
  readonly status: number | null
  readonly output: string
}

function run(command: string, args: readonly string[], cwd: string, signal: AbortSignal): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PATH: [...binaries, process.env['PATH']].join(path.delimiter),
        REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
        REDOCLY_TELEMETRY: 'off',
      },
    })
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, output: Buffer.concat(chunks).toString('utf8') }))
  })
}
