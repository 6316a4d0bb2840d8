import { execFile } from 'node:child_process'
import { copyFile, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installApart } from '../../src/packages/install-apart.ts'
import { repository } from '../../src/repository.ts'
import { environmentFor } from '../applications/application.ts'
import { type OfficialCall, officialCalls } from './calls.ts'
import { clientPage, type Outcome, type TriedClient } from './client-page.ts'
import { readOfficialTypes } from './official-types.ts'
import { type Scene, setScene, tokens } from './scene.ts'

/** What a client is, as far as the calls need it. */
interface OfficialClient {
  readonly OpenAPI: {
    BASE: string
    TOKEN: string | undefined
    HEADERS: Readonly<Record<string, string>> | undefined
  }
  readonly [service: string]: Readonly<Record<string, unknown>>
}

const here = path.join(import.meta.dirname, 'client')
const page = path.join(repository, 'packages/sandbox/docs/windmill-client.md')
const aliases = ['windmill-client', 'windmill-client-oldest']
const tried = new Map<string, TriedClient>()
let installed: string
let scene: Scene

beforeAll(async () => {
  installed = await installApart(here)
  scene = await setScene()
  for (const alias of aliases) tried.set(alias, await tryClient(path.join(installed, 'node_modules', alias)))
}, 120_000)

afterAll(() => scene?.[Symbol.asyncDispose]())

describe.each([
  ['the newest windmill-client', 'windmill-client'],
  ['the oldest windmill-client', 'windmill-client-oldest'],
])('%s', (_which, alias) => {
  test.each(officialCalls.map((call) => [`${call.service}.${call.name}`, call] as const))(
    '%s works, or is gone as the page says',
    (_name, { name, operation, returns }) => {
      const outcome = tried.get(alias)?.outcomes.get(name)
      if (name === 'createUser') return expect(outcome).toEqual({ kind: 'gone' })
      expect(outcome).toMatchObject({ kind: 'returned', value: returns })
      expect(outcome).toMatchObject({ operations: [operation] })
    },
  )
})

test('the sample of the page runs', async () => {
  await scene.reset()
  await copyFile(path.join(here, 'quick-start.mjs'), path.join(installed, 'quick-start.mjs'))
  const options = { cwd: installed, env: environmentFor({ BASE_URL: scene.origin }) }
  const { stdout } = await promisify(execFile)(process.execPath, ['quick-start.mjs'], options)
  expect(stdout.split('\n')).toEqual([
    'Logged in as admin@windmill.dev',
    'ada is a member of demo',
    'admin is a member of demo',
    'grace is a member of demo',
    '',
  ])
})

test('the page shows what was seen', async () => {
  const sample = await readFile(path.join(here, 'quick-start.mjs'), 'utf8')
  const clients = aliases.flatMap((alias) => tried.get(alias) ?? [])
  await expect(clientPage(officialCalls, clients, sample)).toMatchFileSnapshot(page)
})

async function tryClient(folder: string): Promise<TriedClient> {
  const manifest: { readonly version: string; readonly main: string } = JSON.parse(
    await readFile(path.join(folder, 'package.json'), 'utf8'),
  )
  const client: OfficialClient = await import(path.join(folder, manifest.main))
  const outcomes = new Map<string, Outcome>()
  for (const call of officialCalls) outcomes.set(call.name, await tryCall(client, call))
  const types = readOfficialTypes(path.join(folder, 'dist/types.gen.d.ts'))
  return { version: manifest.version, types, outcomes }
}

async function tryCall(client: OfficialClient, call: OfficialCall): Promise<Outcome> {
  const { service, name, as, headers, takes, effect } = call
  const callee = client[service]?.[name]
  if (typeof callee !== 'function') return { kind: 'gone' }
  await scene.reset()
  const input = typeof takes === 'function' ? await takes(scene) : takes
  client.OpenAPI.BASE = `${scene.origin}/api`
  client.OpenAPI.TOKEN = as && tokens[as]
  client.OpenAPI.HEADERS = headers && (await headers(scene))
  scene.operations.length = 0
  try {
    const value: unknown = await Reflect.apply(callee, client[service], [input])
    const operations = [...scene.operations]
    const seen = effect && (await scene.send(effect[0], effect[1]))
    if (effect) expect(seen, `after ${name}`).toMatchObject(effect[2] ?? {})
    return { kind: 'returned', value, operations }
  } catch (error) {
    return { kind: 'threw', error }
  }
}
