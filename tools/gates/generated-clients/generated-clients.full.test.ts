import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'
import { serve } from '@windmill-user-api/sandbox/node'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installApart } from '../../src/packages/install-apart.ts'
import { repository } from '../../src/repository.ts'
import { environmentFor } from '../applications/application.ts'
import { type Generator, generators, orvalConfiguration } from './generators.ts'

/** What the quick start of the README prints. */
const quickStart = `Logged in as admin@windmill.dev, super admin: true
ada is a member of demo
admin is an admin of demo
grace is an admin of demo
`

let installed: string
let folder: string
let baseUrl: string
let close: () => Promise<void>

beforeAll(async () => {
  installed = await installApart(path.join(import.meta.dirname, 'generators'))
  const sandbox = await createSandbox({ seed: exampleWorld, checkResponses: true })
  const server = await serve(sandbox)
  baseUrl = `${server.url}/api`
  close = () => server.close().then(sandbox.close)
  folder = await mkdtemp(path.join(installed, 'work-'))
  await cp(path.join(import.meta.dirname, 'programs'), path.join(folder, 'programs'), { recursive: true })
  await cp(path.join(repository, 'spec/dist/openapi.json'), path.join(folder, 'openapi.json'))
  await writeFile(path.join(folder, 'orval.config.mjs'), orvalConfiguration(baseUrl))
}, 300_000)

afterAll(async () => {
  await close?.()
  if (folder) await rm(folder, { recursive: true })
})

test.each(generators.map((generator) => [generator.name, generator] as const))(
  'the client that %s generates compiles, and runs the quick start',
  async (_name, generator) => {
    await generate(generator)
    await compile(generator)
    expect(await runProgram(generator)).toBe(quickStart)
  },
)

async function generate({ command: [name = '', ...options] }: Generator): Promise<void> {
  await execute(path.join(installed, 'node_modules/.bin', name), options)
}

async function compile({ name }: Generator): Promise<void> {
  const settings: object = JSON.parse(await readFile(path.join(folder, 'programs/tsconfig.json'), 'utf8'))
  const project = path.join(folder, `programs/${name}.tsconfig.json`)
  await writeFile(project, JSON.stringify({ ...settings, files: [`${name}.ts`] }))
  await execute(path.join(installed, 'node_modules/.bin/tsc'), ['-p', project])
}

/** As one file of JavaScript: what is generated has syntax that Node does not take off. */
async function runProgram({ name }: Generator): Promise<string> {
  const outfile = path.join(folder, `${name}.mjs`)
  const entryPoints = [path.join(folder, `programs/${name}.ts`)]
  await build({ entryPoints, bundle: true, format: 'esm', platform: 'node', outfile, logLevel: 'error' })
  return await execute(process.execPath, [outfile, baseUrl])
}

async function execute(command: string, commandArguments: readonly string[]): Promise<string> {
  const options = { cwd: folder, env: environmentFor({}), timeout: 120_000, maxBuffer: 16 * 1024 * 1024 }
  const { stdout } = await promisify(execFile)(command, commandArguments, options).catch(withOutput)
  return stdout
}

/** The compiler says on stdout what is wrong, which the error of Node leaves out. */
function withOutput(failure: Error & { readonly stdout?: string }): never {
  failure.message = `${failure.message}\n${failure.stdout ?? ''}`
  throw failure
}
