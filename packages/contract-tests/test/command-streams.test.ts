import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCommand } from './run-command.ts'
import { listen } from './servers/listen.ts'
import type { RunningServer } from './servers/zoo-server.ts'

const main = new URL('../src/main.ts', import.meta.url)
let server: RunningServer
let requests = 0
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'contract-streams-'))
  server = await listen((request, response) => {
    requests += 1
    request.resume().on('end', () => response.writeHead(404).end())
  })
})

afterAll(async () => {
  rmSync(folder, { recursive: true })
  await server.close()
})

/** Runs a pipeline with `$0` as the command, and gives the status of its first part and what its end prints. */
function pipe(
  script: string,
): Promise<{ readonly status: number | null; readonly out: string; err: string }> {
  const shell = `set -o pipefail; ${script}`
  const child = spawn('bash', ['--noprofile', '--norc', '-c', shell, process.execPath, main.pathname], {
    env: { PATH: process.env['PATH'] },
  })
  const printed = { out: '', err: '' }
  child.stdout.on('data', (chunk) => (printed.out += chunk))
  child.stderr.on('data', (chunk) => (printed.err += chunk))
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, ...printed })))
}

/** The modules that a module loads before it runs. */
function loadedFirst(module: URL): readonly string[] {
  const imports = [...readFileSync(module, 'utf8').matchAll(/^import [^;]*? from '(.+)'$/gm)]
  return imports.flatMap(([, name = '']) =>
    name.startsWith('.') ? [name, ...loadedFirst(new URL(name, module))] : [name],
  )
}

test('prints a first line before it loads what takes long', () => {
  expect(loadedFirst(main)).toEqual([
    './command/command-line.ts',
    './command/stop-signals.ts',
    './version.ts',
    'node:module',
  ])
  expect(readFileSync(main, 'utf8')).toMatch(/: loading the contract[\s\S]*await import\(/)
})

test('a reader of standard output that goes away ends nothing', async () => {
  const { status, out, err } = await pipe('"$0" "$1" --list | head -1')
  expect(out).toMatch(/^login {2}valid-call {2}returns 200 .*\n$/)
  expect(err).toMatch(/^windmill-user-contract [\d.]+: loading the contract\n$/)
  expect(status).toBe(0)
})

test('keeps its exit status when the reader of both streams goes away', async () => {
  const { status, out } = await pipe(
    `"$0" "$1" --base-url ${server.baseUrl} --admin-email a@b.cd --admin-password x 2>&1 | head -c 1`,
  )
  expect([status, out]).toEqual([2, 'w'])
})

test('ends with its run, whatever else keeps the process busy', async () => {
  const options = ['--base-url', server.baseUrl, '--admin-email', 'a@b.cd', '--admin-password', 'x']
  const busy = '--import=data:text/javascript,setInterval(()=>{},60_000)'
  const run = startCommand(options, { cwd: folder, environment: { NODE_OPTIONS: busy } })
  const { status, err } = await run.ended
  expect(err).toContain('There is no such API')
  expect(status).toBe(2)
})

test('reports a file that cannot be written before the first request', async () => {
  const before = requests
  const credentials = ['--admin-email', 'a@b.cd', '--admin-password', 'x']
  const report = ['--report', `junit=${folder}`]
  const run = startCommand(['--base-url', server.baseUrl, ...credentials, ...report], { cwd: folder })
  const { status, err } = await run.ended
  expect(err).toContain(`The report ${folder} cannot be written: EISDIR`)
  expect(err).toContain('such as --report junit=contract.xml.')
  expect([status, requests]).toEqual([2, before])
  expect(readdirSync(folder)).toEqual([])
})
