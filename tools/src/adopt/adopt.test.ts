import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const command = path.join(import.meta.dirname, 'main.ts')
let place: string

beforeEach(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-adopt-'))
  await writeFile(path.join(place, 'pets.yaml'), pets)
})

afterEach(() => rm(place, { recursive: true }))

const pets = [
  'openapi: 3.1.1',
  'info: { title: Pets, version: 1.0.0 }',
  'paths:',
  '  /pets: { get: { operationId: listPets, responses: { "204": { description: None. } } } }',
].join('\n')

interface Ended {
  readonly status: number | null
  readonly errors: string
}

/** Runs the command in a folder of its own; `heard` may stop it. */
function run(
  args: readonly string[],
  heard: (errors: string, stop: () => void) => void = () => {},
): Promise<Ended> {
  const child = spawn(process.execPath, [command, ...args], {
    cwd: place,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString('utf8')
    heard(errors, () => child.kill('SIGINT'))
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, errors }))
  })
}

test.each([
  [
    ['pets.yaml', '.', '--name', '@acme/pets'],
    /is not empty: it has pets\.yaml\. Expected a folder that is new or empty/,
  ],
  [
    ['pets.yaml', 'new', '--name', 'Pets!'],
    /"Pets!" cannot name packages\. Expected .* such as --name @acme\/petstore/,
  ],
  [['nobody.yaml', 'new', '--name', '@acme/pets'], /cannot read the document nobody\.yaml/],
  [['pets.yaml', 'new'], /required option '--name <name>' not specified/],
])('refuses %j, and writes nothing', async (args, message) => {
  const { status, errors } = await run(args)
  expect(errors).toMatch(message)
  expect(status).toBe(1)
  expect(await readdir(place)).toEqual(['pets.yaml'])
})

test('leaves nothing behind when it is stopped', async () => {
  let isStopped = false
  const { status, errors } = await run(['pets.yaml', 'new', '--name', '@acme/pets'], (heard, stop) => {
    // twice, as an impatient person would
    if (!heard.includes('splitting') || isStopped) return
    isStopped = true
    stop()
    stop()
  })
  expect(errors).toContain('Stopped. Nothing was written to new.')
  expect(status).toBe(130)
  expect(await readdir(place)).toEqual(['pets.yaml'])
})
