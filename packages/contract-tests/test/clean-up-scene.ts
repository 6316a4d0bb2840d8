import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createSandbox } from '@windmill-user-api/sandbox'
import { serve } from '@windmill-user-api/sandbox/node'
import { startCommand } from './run-command.ts'
import { admin } from './sandbox.ts'

/** What a server responds: `go` asks the sandbox. */
export type Handler = (request: Request, go: () => Promise<Response>) => Promise<Response>

interface Account {
  readonly email: string
  readonly super_admin: boolean
}

/** A sandbox, servers in front of it, and a folder in which the command runs. */
export async function createScene() {
  const sandbox = await createSandbox()
  const folder = mkdtempSync(path.join(tmpdir(), 'contract-clean-up-'))
  const closing: (() => Promise<unknown>)[] = []

  async function call(method: string, at: string, token: string, body?: string): Promise<string> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const url = `http://localhost/api${at}`
    return (await sandbox.fetch(new Request(url, { method, headers, ...(body && { body }) }))).text()
  }

  /** The accounts of the instance that runs made. */
  async function accounts(): Promise<readonly Account[]> {
    const token = await call('POST', '/auth/login', '', JSON.stringify(admin))
    const items: readonly Account[] = JSON.parse(
      await call('GET', '/users/list_as_super_admin?per_page=100', token),
    )
    return items.filter(({ email }) => email.startsWith('contract-'))
  }

  function start(baseUrl: string, ...options: readonly string[]) {
    const credentials = ['--admin-email', admin.email, '--admin-password', admin.password]
    return startCommand(['--base-url', baseUrl, ...credentials, '--timeout', '2000', ...options], {
      cwd: folder,
    })
  }

  async function untilAccountsExist(): Promise<void> {
    while ((await accounts()).length < 2) await new Promise((resolve) => setTimeout(resolve, 20))
  }

  return {
    folder,
    accounts,
    start,
    untilAccountsExist,
    run: (baseUrl: string, ...options: readonly string[]) => start(baseUrl, ...options).ended,
    /** The names of the manifests beside the runs. */
    manifests: () => readdirSync(path.join(folder, '.windmill-contract')),
    forgetManifests: () => rmSync(path.join(folder, '.windmill-contract'), { recursive: true }),
    /** A server over a port, which may respond otherwise than the sandbox. */
    async listen(handle: Handler = (_request, go) => go()) {
      const server = await serve({
        fetch: (request) => handle(request, () => Promise.resolve(sandbox.fetch(request))),
      })
      let isOpen = true
      const close = async () => {
        if (isOpen) await server.close()
        isOpen = false
      }
      closing.push(close)
      return { baseUrl: `${server.url}/api`, close }
    },
    /** Starts a run and kills it, so that it cannot remove what it made. */
    async kill(baseUrl: string) {
      const command = start(baseUrl)
      await untilAccountsExist()
      command.kill('SIGKILL')
      await command.ended
    },
    async close() {
      for (const close of closing) await close()
      await sandbox.close()
      rmSync(folder, { recursive: true })
    },
  }
}
