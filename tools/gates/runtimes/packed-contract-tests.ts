import { execFile } from 'node:child_process'
import path from 'node:path'
import { createSandbox, type Sandbox } from '@windmill-user-api/sandbox'
import { serve } from '@windmill-user-api/sandbox/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshProject, freshProject } from './fresh-project.ts'
import { installRuntimes } from './run-on.ts'

let runtimes: string
let project: FreshProject
let sandbox: Sandbox

/** What a published command must do, on each of these versions of Node. */
export function describePackedContractTests(nodes: readonly string[]): void {
  beforeAll(async () => {
    runtimes = await installRuntimes()
    project = await freshProject(['openapi', 'contract-tests'], path.join(import.meta.dirname, 'contract'))
    sandbox = await createSandbox()
  }, 300_000)

  afterAll(async () => {
    await sandbox?.close()
    await project?.remove()
  })

  describe.each(nodes)('the packed contract tests on Node %s', (version) => {
    const run = (...options: string[]) => runOn(version, options)

    test('say which version they are', async () => {
      expect(await run('--version')).toMatchObject({
        status: 0,
        output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      })
    })

    test('list what they check', async () => {
      const { status, output } = await run('--list')
      expect(status).toBe(0)
      expect(output).toContain('createUserGlobally')
    })

    test('pass a server that keeps the contract', async () => {
      const { status, output } = await against(sandbox.fetch, run)
      expect(output).toMatch(/passed/)
      expect(status).toBe(0)
    })

    test('fail one that does not, and name the operation and the rule', async () => {
      const { status, output } = await against(withoutType, run)
      expect(output).toMatch(/getCurrentEmail.*valid-call|valid-call.*getCurrentEmail/s)
      expect(status).toBe(1)
    })
  })
}

/** A server whose e-mail comes as another media type. */
async function withoutType(request: Request): Promise<Response> {
  const response = await sandbox.fetch(request)
  if (new URL(request.url).pathname === '/api/users/email') response.headers.set('Content-Type', 'text/html')
  return response
}

type Run = (...options: string[]) => Promise<{ readonly status: number; readonly output: string }>

async function against(fetch: Sandbox['fetch'], run: Run): ReturnType<Run> {
  const server = await serve({ fetch })
  try {
    return await run('--config', 'contract.yaml', '--base-url', `${server.url}/api`)
  } finally {
    await server.close()
  }
}

function runOn(version: string, options: readonly string[]): ReturnType<Run> {
  const node = path.join(runtimes, `node_modules/node-${version}/bin/node`)
  const program = path.join(project.folder, 'node_modules/@windmill-user-api/contract-tests/dist/main.js')
  const settings = { cwd: project.folder, timeout: 60_000, env: { PATH: process.env['PATH'] } }
  return new Promise((resolve) => {
    execFile(node, [program, ...options], settings, (error, output, errors) => {
      resolve({ status: Number(error?.code ?? 0), output: output + errors })
    })
  })
}
