import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { isPrintableLine } from '../src/text/printable.ts'
import { hostile, hostileText } from './servers/hostile-text.ts'
import { listen } from './servers/listen.ts'
import type { RunningServer } from './servers/zoo-server.ts'

const main = new URL('../src/main.ts', import.meta.url).pathname
const folder = mkdtempSync(path.join(tmpdir(), 'contract-hostile-'))
let running: RunningServer | undefined

afterEach(async () => {
  await running?.close()
  running = undefined
})

afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command as a step of GitHub Actions would, whose log obeys what a line says. */
function run(server: RunningServer, ...args: readonly string[]) {
  const { baseUrl, admin } = server
  const account = ['--admin-email', admin.email, '--admin-password', admin.password]
  const child = spawn(process.execPath, [main, '--base-url', baseUrl, ...account, ...args], {
    cwd: folder,
    env: { ...process.env, GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md') },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (data) => {
    out += data
  })
  child.stderr.on('data', (data) => {
    err += data
  })
  return new Promise<{ status: number | null; out: string; err: string }>((resolve) =>
    child.on('close', (status) => resolve({ status, out, err })),
  )
}

/** The lines that a terminal or a CI service would obey, but for the annotations of the command itself. */
function obeyedLines(text: string): string[] {
  return text.split('\n').filter((line) => !isPrintableLine(line.replace(/^::(?=error title=contract)/, '')))
}

test('a hostile server can tell a terminal, GitHub and the readers of reports nothing', async () => {
  running = await hostile.start()
  const files = ['xml', 'json', 'sarif', 'html', 'har'].map((ending) => `report.${ending}`)
  const { status, out, err } = await run(
    running,
    ...['getCurrentEmail', 'globalWhoami', 'whois'].flatMap((operation) => ['--filter', operation]),
    ...['valid-call', 'error-body', 'path-unknown'].flatMap((rule) => ['--rule', rule]),
    ...files.flatMap((file) => ['--report', file]),
  )
  expect(status).toBe(1)
  expect(out).toContain('getCurrentEmail')
  for (const text of [out, err, ...[...files, 'summary.md'].map((file) => read(file))])
    expect(obeyedLines(text)).toEqual([])
  for (const file of ['report.xml', 'report.html', 'summary.md']) expect(read(file)).not.toContain('<script')
}, 60_000)

test('a server that refuses the login can tell the terminal nothing', async () => {
  running = await listen((request, response) => {
    request.resume().on('end', () => response.writeHead(400).end(`Bad request: ${hostileText}`))
  })
  const { status, err } = await run(running)
  expect(status).toBe(2)
  expect(err).toContain('Bad request: \\u001b[2J')
  expect(obeyedLines(err)).toEqual([])
}, 60_000)

function read(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8')
}
