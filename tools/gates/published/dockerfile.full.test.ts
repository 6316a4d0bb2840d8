import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { packAll } from '../../src/packages/pack.ts'
import { repository } from '../../src/repository.ts'
import { freePort } from '../browser/free-port.ts'

/** The instructions of the Dockerfile of the sandbox, by their name. */
async function readInstructions(): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(path.join(repository, 'packages/sandbox/Dockerfile'), 'utf8')
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line): [string, string] => {
      const [, name = '', rest = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? []
      return [name, rest]
    }),
  )
}

/** A command in the form of a JSON array. */
function commandIn(text: string): [string, ...string[]] {
  const [program = '', ...words]: string[] = JSON.parse(text.slice(text.indexOf('[')))
  return [program, ...words]
}

// There is no container engine here: its instructions are followed in a folder instead.
test('the Dockerfile of the sandbox makes a server that is healthy, and ends in order', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'sandbox-image-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const tarballs = await packAll(folder)
  const sandbox = tarballs.find(({ name }) => name === '@windmill-user-api/sandbox')
  const context = await mkdtemp(path.join(folder, 'context-'))
  await copyFile(sandbox?.file ?? '(not packed)', path.join(context, 'sandbox.tgz'))
  const instructions = await readInstructions()
  // Its cache belongs to others here.
  const install = (instructions.get('RUN') ?? '').replace(' && npm cache clean --force', '')
  await promisify(execFile)('sh', ['-c', install], { cwd: context })

  const variables = Object.fromEntries(
    (instructions.get('ENV') ?? '').split(' ').map((pair) => pair.split('=')),
  )
  expect(variables['SANDBOX_PORT']).toBe(instructions.get('EXPOSE'))
  const env = { PATH: process.env['PATH'], ...variables, SANDBOX_PORT: String(await freePort()) }
  const [program, ...words] = commandIn(instructions.get('ENTRYPOINT') ?? '')
  const [check, ...checkWords] = commandIn(instructions.get('HEALTHCHECK') ?? '')
  const isHealthy = () =>
    promisify(execFile)(check, checkWords, { cwd: context, env }).then(
      () => true,
      () => false,
    )

  expect(await isHealthy()).toBe(false)
  const server = spawn(program, words, { cwd: context, env })
  const ended = once(server, 'close')
  await once(server.stdout, 'data')
  expect(await isHealthy()).toBe(true)
  server.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
}, 180_000)
