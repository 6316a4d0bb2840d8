import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** How much of a report of the contract tests is used here. */
export interface Finding {
  readonly severity: 'security' | 'data' | 'client' | 'wording'
  readonly title: string
  readonly operations: readonly string[]
  readonly rule: string
}

/** Starts a sandbox, and holds it to the contract tests. Both are folders of packages. */
export async function holdToContract(
  suite: string,
  sandbox: string,
  { report, signal }: { readonly report: string; readonly signal: AbortSignal },
): Promise<readonly Finding[]> {
  const server = spawn(process.execPath, [path.join(sandbox, 'dist/main.js'), '--port', '0', '--memory'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    signal,
  })
  const serverEnd = endOf(server)
  try {
    const account = ['--admin-email', 'admin@windmill.dev', '--admin-password', 'changeme']
    const options = ['--base-url', await urlOf(server.stdout), ...account, '--report', `json=${report}`]
    const run = spawn(process.execPath, [path.join(suite, 'dist/main.js'), ...options], {
      stdio: ['ignore', 'ignore', 'inherit'],
      signal,
    })
    const status = await endOf(run)
    signal.throwIfAborted()
    if (status !== 0 && status !== 1)
      throw new Error(`The contract tests could not run: they ended with ${status}.`)
    return JSON.parse(await readFile(report, 'utf8')).findings
  } finally {
    server.kill()
    await serverEnd
  }
}

/** Also where the signal ends it: it cleans up, and writes its report. */
function endOf(child: ChildProcess): Promise<number | null> {
  // What waits for the signal says so.
  child.on('error', () => {})
  return new Promise((resolve) => child.once('close', resolve))
}

async function urlOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [, url] = /^\s*URL\s+(\S+)/.exec(line) ?? []
    if (url !== undefined) {
      output.resume()
      return url
    }
  }
  throw new Error('The sandbox ended before it was ready.')
}
