import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SetupProblem } from '../errors.ts'
import { applyConfig } from './config-file.ts'
import { createCommand } from './options.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'contract-config-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

function options(text: string, ...args: string[]) {
  const file = path.join(folder, 'contract.yaml')
  writeFileSync(file, text)
  const command = createCommand('1.2.3').parse(['--config', file, ...args], { from: 'user' })
  applyConfig(command)
  return command.opts()
}

test('fills in what the command line does not say', () => {
  const text =
    'baseUrl: http://localhost:8000/api\nconcurrency: 2\nshard: 1/3\nfilter: [whoami, whois]\nbail: true\n'
  expect(options(text, '--concurrency', '3')).toMatchObject({
    baseUrl: 'http://localhost:8000/api',
    concurrency: 3,
    shard: { index: 1, count: 3 },
    filter: ['whoami', 'whois'],
    bail: true,
  })
})

test('takes JSON as well', () => {
  expect(options('{ "profile": "read-only", "workspace": "demo" }')).toMatchObject({
    profile: 'read-only',
    workspace: 'demo',
  })
})

test.each([
  ['bail: true\ntimeout: soon\n', /contract\.yaml:2: timeout: .*integer.*but found "soon".*Example: 10000\./],
  [
    'profile: gentle\n',
    /contract\.yaml:1: profile: expected one of full,quick,read-only, but found "gentle"/,
  ],
  ['\nspeed: 3\n', /contract\.yaml:2: speed: unknown property\. Expected one of .*timeout/],
  ['baseUrl: [\n', /contract\.yaml:\d+: /],
  ['bail: true\nimplements: [whoiam]\n', /contract\.yaml:2: implements: No operation .* mean "whoami"\?/],
  ['except: [nobody]\n', /contract\.yaml:1: except: No operation is called "nobody"/],
  ['filter: whoami\n', /contract\.yaml:1: filter: .*array.*Example: \["createToken","deleteToken"\]/],
])('refuses %j with the line and a right example', (text, message) => {
  expect(() => options(text)).toThrow(SetupProblem)
  expect(() => options(text)).toThrow(message)
})

test('says that a file cannot be read', () => {
  const command = createCommand('1.2.3').parse(['--config', 'no-such.yaml'], { from: 'user' })
  expect(() => applyConfig(command)).toThrow(/no-such\.yaml cannot be read/)
})

test('its schema has accounts, and every option except those that ask for something else than a run', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../schemas/config.schema.json', import.meta.url), 'utf8'),
  ) as { properties: object } // the file of this package, which the tests above hold to its meaning
  const others = ['version', 'help', 'config', 'list', 'cleanup', 'detect', 'offline', 'writeDeviations']
  const known = createCommand('1.2.3').options.map((option) => option.attributeName())
  expect(
    Object.keys(schema.properties)
      .filter((name) => name !== '$schema' && name !== 'accounts')
      .sort(),
  ).toEqual(known.filter((name) => !others.includes(name)).sort())
})
