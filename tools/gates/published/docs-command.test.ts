import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshProject, freshProject } from '../runtimes/fresh-project.ts'

const run = promisify(execFile)

let files: string
let project: FreshProject
let command: string

beforeAll(async () => {
  files = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-docs-'))
  // npm, because it puts everything that is installed into one folder, where it can be counted
  project = await freshProject(['docs'], files, {}, { indirect: ['sandbox'], by: 'npm' })
  command = path.join(project.folder, 'node_modules/.bin/windmill-user-docs')
})

afterAll(async () => {
  await project?.remove()
  await rm(files, { recursive: true })
})

/** What is said where, after the command has said it all. */
async function start(
  ...options: readonly string[]
): Promise<{ child: ChildProcess; docs: string; api: string }> {
  const child = spawn(command, ['--port', '0', ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    if (line === 'Ctrl-C ends it.') break
  }
  const find = (label: string) => said.find((line) => line.startsWith(`  ${label} `))?.split(/\s+/)[2] ?? ''
  return { child, docs: find('docs'), api: find('sandbox') }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal)
  const [code] = await once(child, 'exit')
  return code
}

test('brings along the sandbox, and no more than the sandbox brings', async () => {
  const scopes = await readdir(path.join(project.folder, 'node_modules/@windmill-user-api'))
  expect(scopes.toSorted()).toEqual(['docs', 'sandbox'])
})

test('serves the docs and the API on one origin, and Ctrl-C ends it with 0', async () => {
  const { child, docs, api } = await start()
  const page = await fetch(docs, { headers: { 'Accept-Encoding': 'br' } })
  const head = ['Content-Encoding', 'X-Content-Type-Options', 'Referrer-Policy', 'Cache-Control']
  const login = await fetch(`${api}/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'grace@example.com', password: 'nanoseconds-matter' }),
  })
  const email = await fetch(`${api}/users/email`, {
    headers: { Authorization: `Bearer ${await login.text()}` },
  })

  expect(new URL(api).origin).toBe(new URL(docs).origin)
  expect(await page.text()).toContain('<title>Windmill user API')
  expect(head.map((name) => page.headers.get(name))).toEqual(['br', 'nosniff', 'no-referrer', 'no-cache'])
  expect(await email.text()).toBe('grace@example.com')
  expect(await end(child, 'SIGINT')).toBe(0)
})

test('serves both below a path', async () => {
  const { child, docs, api } = await start('--base-path', '/docs/v1')
  const page = await fetch(`${docs}reference/whois/`)
  const refused = await fetch(`${api}/users/email`)

  expect([docs, api].map((url) => new URL(url).pathname)).toEqual(['/docs/v1/', '/docs/v1/api'])
  expect([page.status, refused.status]).toEqual([200, 401])
  expect(await end(child, 'SIGTERM')).toBe(0)
})

test('says that a port is taken and what to do, with status 1', async () => {
  const { child, docs } = await start()
  const { port } = new URL(docs)
  const failure = run(command, ['--port', port])
  await expect(failure).rejects.toMatchObject({
    code: 1,
    stderr: `windmill-user-docs: localhost:${port} is taken. Choose another port, such as --port 8001, or 0 for a free one.\n`,
  })
  await end(child, 'SIGINT')
})

test('refuses a wrong option with status 2, and helps', async () => {
  await expect(run(command, ['--prot', '8000'])).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Did you mean --port?'),
  })
  expect((await run(command, ['--help'])).stdout).toContain('--base-path <path>')
  expect((await run(command, ['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})
