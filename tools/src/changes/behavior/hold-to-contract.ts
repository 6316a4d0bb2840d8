import { spawn } from 'node:child_process'
import { once } from 'node:events'
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
  // Of the signal: what waits for it says so.
  server.on('error', () => {})
  try {
    const account = ['--admin-email', 'admin@windmill.dev', '--admin-password', 'changeme']
    const options = ['--base-url', await urlOf(server.stdout), ...account, '--report', `json=${report}`]
    const run = spawn(process.execPath, [path.join(suite, 'dist/main.js'), ...options], {
      stdio: ['ignore', 'ignore', 'inherit'],
      signal,
    })
    const [status] = await once(run, 'close')
    if (status !== 0 && status !== 1)
      throw new Error(`The contract tests could not run: they ended with ${status}.`)
    return JSON.parse(await readFile(report, 'utf8')).findings
  } finally {
    server.kill()
  }
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
