import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { applyConfig } from '../src/command/config-file.ts'
import { createCommand } from '../src/command/options.ts'
import { rules } from '../src/document/rule.ts'
import { readDeviations } from '../src/findings/deviations-file.ts'

const packageFolder = new URL('../', import.meta.url).pathname
const readme = readFileSync(path.join(packageFolder, 'README.md'), 'utf8')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'contract-readme-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

/** The block of YAML in which a text stands. */
function sample(text: string): string {
  const blocks = [...readme.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, block = '']) => block)
  const found = blocks.find((block) => block.includes(text))
  if (found === undefined) throw new Error(`The README has no YAML with ${text}.`)
  return found
}

function section(heading: string): string {
  return readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
}

test('lists each rule with its demand', () => {
  const shown = [...section('Rules').matchAll(/^\| `([a-z][a-z-]*)`\s+\| (.*?)\s+\|$/gm)]
  expect(Object.fromEntries(shown.map(([, rule, demand]) => [rule, demand]))).toEqual(rules)
})

test('has each option, as the command takes it', () => {
  const shown = [...readme.matchAll(/^\| `(--[a-z-]+)/gm)].map(([, flag]) => flag)
  const known = createCommand('1.2.3').options.map(({ long }) => long)
  expect(shown.sort()).toEqual(known.sort())
})

test('shows a deviations file that can be read, and explains every key', () => {
  const file = path.join(folder, 'deviations.yaml')
  writeFileSync(file, sample('deviations:\n'))
  expect(readDeviations(file).deviations).toHaveLength(2)
  const schema = JSON.parse(readFileSync(path.join(packageFolder, 'schemas/deviations.schema.json'), 'utf8'))
  const { coverage, deviations, blocked } = schema.properties
  const keys = [
    ...Object.keys(coverage.properties).map((key) => `coverage.${key}`),
    ...Object.keys(deviations.items.properties).map((key) => `deviations[].${key}`),
    ...Object.keys(blocked.items.properties).map((key) => `blocked[].${key}`),
  ]
  const shown = [...readme.matchAll(/^\| `((?:coverage|deviations|blocked)[[\].]+\w+)`/gm)].map(
    ([, key]) => key,
  )
  expect(shown.sort()).toEqual(keys.sort())
})

test('shows a configuration that the command takes', () => {
  const file = path.join(folder, 'contract.yaml')
  writeFileSync(file, sample('# contract.yaml'))
  const command = createCommand('1.2.3').parse(['--config', file], { from: 'user' })
  applyConfig(command)
  expect(command.opts()).toMatchObject({
    implements: ['getCurrentEmail', 'globalWhoami', 'listTokens'],
    accounts: { user: { token: expect.any(String) } },
  })
})

test('shows a step of GitHub Actions with inputs that the action has', () => {
  const [step] = parse(sample('- uses:'))
  const { inputs } = parse(readFileSync(path.join(packageFolder, 'action.yml'), 'utf8'))
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with)))
  for (const [name, { required }] of Object.entries<{ required?: boolean }>(inputs))
    if (required) expect(step.with).toHaveProperty(name)
})

test('lists every folder of the source, each of which imports from those above it alone', () => {
  const order = [...section('Folders').matchAll(/^\| .*?`src\/([a-z]+)\/`/gm)].map(([, name = '']) => name)
  const source = path.join(packageFolder, 'src')
  const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect([...order].sort()).toEqual(folders.map(({ name }) => name).sort())
  const climbs = globSync('*/**/*.ts', { cwd: source })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => {
      const [own = ''] = file.split(path.sep)
      const text = readFileSync(path.join(source, file), 'utf8')
      return [...text.matchAll(/^(?:import|export) (?!type )[^;]*? from '\.\.\/([a-z]+)\/(.*)'$/gm)]
        .filter(([, other = '', name = '']) => {
          const isData = other === 'generated' && name !== 'contracts.ts'
          return !isData && order.indexOf(other) > order.indexOf(own)
        })
        .map(([, other]) => `${file} imports from ${other}`)
    })
  expect(climbs).toEqual([])
})
