import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { serve } from '@windmill-user-api/sandbox/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type ServedSandbox, serveSandbox } from './served-sandbox.ts'

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly outputs: Readonly<Record<string, { readonly value: string }>>
  readonly runs: { readonly steps: readonly { env: Readonly<Record<string, string>>; run: string }[] }
}

const action: Action = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8'))
const main = new URL('../src/main.ts', import.meta.url).pathname

let folder: string
let sandbox: ServedSandbox

beforeAll(async () => {
  sandbox = await serveSandbox()
  folder = mkdtempSync(path.join(tmpdir(), 'contract-action-'))
  // Instead of the registry: the command of this checkout, which tells what it was asked for.
  writeFileSync(
    path.join(folder, 'npx'),
    `#!/bin/sh\necho "npx $1 $2"\nshift 2\nexec "${process.execPath}" "${main}" "$@"\n`,
  )
  chmodSync(path.join(folder, 'npx'), 0o755)
})

afterAll(async () => {
  rmSync(folder, { recursive: true })
  await sandbox.close()
})

const right = { 'admin-email': 'admin@windmill.dev', 'admin-password': 'changeme' }

test('runs the requested version, sets the outputs, and writes reports and a summary', async () => {
  const report = path.join(folder, 'contract xml.xml')
  const { status, out, outputs, summary } = await runStep({
    ...right,
    'base-url': sandbox.baseUrl,
    version: '1.4.0',
    report: `junit=${report}`,
    arguments: '--filter getCurrentEmail --rule credentials-unknown --rule credentials-order --bail',
  })
  expect(out).toContain('npx --yes @windmill-user-api/contract-tests@1.4.0')
  expect(status).toBe(0)
  expect(outputs).toMatchObject({ status: '0', failed: '0', findings: '0', new: '0', blocked: '0' })
  expect(Number(outputs['passed'])).toBeGreaterThan(20)
  expect(summary).toContain('### The contract holds')
  expect(readFileSync(report, 'utf8')).toContain('<testsuites')
})

test('fails the step where the run cannot begin, with its status as an output', async () => {
  const { status, out, outputs } = await runStep({
    ...right,
    'admin-password': 'wrong',
    'base-url': sandbox.baseUrl,
  })
  expect(out).toContain('refuses the credentials of admin@windmill.dev')
  expect(status).toBe(2)
  expect(outputs).toMatchObject({ status: '2', passed: '', findings: '' })
})

test('accepts only a configuration file, calls only what it names, and reports what is new', async () => {
  const paths = new Set<string>()
  const server = await serve({
    fetch: async (request) => {
      paths.add(new URL(request.url).pathname)
      return new Response('Unauthorized: no', { status: 403 })
    },
  })
  const config = path.join(folder, 'contract.yaml')
  writeFileSync(config, `baseUrl: ${server.url}/api\naccounts: { user: { token: unknown, email: a@b.cd } }\n`)
  const { status, outputs } = await runStep({
    config,
    implements: 'getCurrentEmail',
    filter: 'getCurrentEmail',
  })
  await server.close()
  expect(status).toBe(1)
  expect(outputs).toMatchObject({ status: '1' })
  expect(Number(outputs['findings'])).toBeGreaterThan(0)
  expect(outputs['new']).toBe(outputs['findings'])
  expect([...paths].filter((each) => /login|tokens|whoami/.test(each))).toEqual([])
})

test('does not run an input as a command', async () => {
  const file = path.join(folder, 'made')
  await runStep({
    ...right,
    'base-url': `$(touch ${file})`,
    arguments: `; touch ${file}`,
    workspace: `"; touch ${file}`,
  })
  expect(() => readFileSync(file)).toThrow()
})

test('every output comes from the step, and every input goes there', () => {
  const [step] = action.runs.steps
  const used = Object.values(step?.env ?? {}).map((value) => /inputs\.([a-z-]+)/.exec(value)?.[1])
  expect(used.sort()).toEqual(Object.keys(action.inputs).sort())
  for (const [name, { value }] of Object.entries(action.outputs)) {
    expect(value).toBe(`\${{ steps.contract.outputs.${name} }}`)
    expect(step?.run).toContain(`echo "${name}=`)
  }
})

/** As GitHub runs it: the inputs filled in, the script by bash. */
async function runStep(inputs: Readonly<Record<string, string>>) {
  const [step] = action.runs.steps
  if (!step) throw new Error('The action has no step.')
  const values = Object.entries(step.env).map(([name, value]) => [
    name,
    value.replace(
      /\$\{\{ inputs\.([a-z-]+) \}\}/,
      (_, input: string) => inputs[input] ?? action.inputs[input]?.default ?? '',
    ),
  ])
  const files = {
    GITHUB_OUTPUT: path.join(folder, 'output'),
    GITHUB_STEP_SUMMARY: path.join(folder, 'summary'),
  }
  for (const file of Object.values(files)) writeFileSync(file, '')
  const env = {
    ...Object.fromEntries(values),
    ...files,
    GITHUB_ACTIONS: 'true',
    PATH: `${folder}:${path.dirname(process.execPath)}:${process.env['PATH']}`,
  }
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], { env })
  let out = ''
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (out += chunk))
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  const lines = readFileSync(files.GITHUB_OUTPUT, 'utf8').trim().split('\n')
  const outputs = Object.fromEntries(lines.map((line) => line.split('=', 2)))
  return { status, out, outputs, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') }
}
