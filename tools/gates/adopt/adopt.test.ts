import { existsSync } from 'node:fs'
import path from 'node:path'
import { readDocument } from '@windmill-user-api/codegen'
import ownDocument from '@windmill-user-api/openapi/openapi.json' with { type: 'json' }
import { beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { partsFor } from '../../src/adopt/copy-parts.ts'
import { namesFor } from '../../src/adopt/names.ts'
import type { TextFiles } from '../../src/adopt/text-files.ts'

const model = readDocument({
  openapi: '3.1.1',
  info: { title: 'Pets', version: '1.2.3' },
  paths: { '/pets': { get: { operationId: 'listPets', responses: { 204: { description: 'None.' } } } } },
})

let files: TextFiles

beforeAll(async () => {
  files = await partsFor({ names: namesFor('@acme/petstore', model.title), model })
})

function textOf(file: string): string {
  return files.get(file)?.text ?? ''
}

const { operations } = readDocument(ownDocument)
/** What no other API would call an operation, and where it would have none. */
const ownOperations = [
  ...operations.map(({ id }) => id.toLowerCase()).filter((id) => !/^log(?:in|out)$/.test(id)),
  ...operations.map(({ path: of }) => of.toLowerCase()).filter((of) => of.split('/').length > 3),
]

test('no comment shows a call of an operation of this API, or its path', () => {
  const shown = [...files].flatMap(([file, { text }]) =>
    /^packages\/(?:client|msw|react-query|contract-tests)\//.test(file)
      ? [...text.matchAll(/^\s*(?:\*|\/\/).*/gm)]
          .filter(([line]) => ownOperations.some((id) => line.toLowerCase().includes(id)))
          .map(([line]) => `${file}: ${line.trim()}`)
      : [],
  )
  expect(shown).toEqual([])
})

test('no code calls an operation of this API', () => {
  const names = operations.map(({ id }) => id).filter((id) => !/^log(?:in|out)$/.test(id))
  const call = new RegExp(String.raw`.*\bapi\.(?:${names.join('|')})\b.*`, 'g')
  const called = [...files].flatMap(([file, { text }]) =>
    /^packages\/(?:client|msw|react-query)\/.*\.[jt]sx?$/.test(file)
      ? [...text.matchAll(call)].map(([line]) => `${file}: ${line.trim()}`)
      : [],
  )
  expect(called).toEqual([])
})

test('every JSON file can be read without the lines that stay behind', () => {
  const broken = [...files].flatMap(([file, { text }]) => {
    if (!file.endsWith('.json')) return []
    try {
      JSON.parse(text.replaceAll(/^\s*\/\/.*$/gm, ''))
      return []
    } catch (error) {
      return [`${file}: ${error}`]
    }
  })
  expect(broken).toEqual([])
})

/** The manifests, by their files. */
function manifests() {
  return [...files].flatMap(([file, { text }]) =>
    path.basename(file) === 'package.json' ? [[file, JSON.parse(text)] as const] : [],
  )
}

test('nothing of this API is carried along', () => {
  const named = [...files].flatMap(([file, { text }]) =>
    [...`${file}\n${text}`.matchAll(/.*(?:windmill|user-?api).*/gi)].map(
      ([line]) => `${file}: ${line.trim()}`,
    ),
  )
  expect(named).toEqual([])
})

test('every package has the name of the workspace, and the published ones have the version of the document', () => {
  const packages = manifests().filter(([file]) => file !== 'package.json')
  expect(packages.map(([, { name }]) => name).toSorted()).toEqual(
    [
      ...[
        'base-url',
        'client',
        'codegen',
        'contract-tests',
        'docs',
        'lint-rules',
        'msw',
        'openapi',
        'react-query',
      ],
      ...['tools', 'types'],
    ].map((name) => `@acme/petstore-${name}`),
  )
  for (const [, manifest] of packages) if (!manifest.private) expect(manifest.version).toBe('1.2.3')
})

test('every rule for its document is on or off', () => {
  const rules = [...files.keys()].flatMap(
    (file) => /^packages\/lint-rules\/src\/rules\/([a-z-]+)\.ts$/.exec(file)?.[1] ?? [],
  )
  const configuration = textOf('spec/redocly.yaml')
  expect(rules).toContain('pagination-declared')
  expect(rules.filter((rule) => !configuration.includes(`document/${rule}:`))).toEqual([])
})

test('no package is named by a scope that there is not', () => {
  const wrong = [...files].filter(([, { text }]) => text.includes('@acme-')).map(([file]) => file)
  expect(wrong).toEqual([])
})

test('every dependency is a package of the workspace or stands in the catalog', () => {
  const { catalog, catalogs } = parse(textOf('pnpm-workspace.yaml'))
  const known = new Set([...Object.keys(catalog), ...Object.keys(catalogs.typescript5)])
  const names = new Set(manifests().map(([, { name }]) => name))
  const unknown = manifests().flatMap(([file, { dependencies, devDependencies }]) =>
    Object.keys({ ...dependencies, ...devDependencies })
      .filter((name) => !names.has(name) && !known.has(name))
      .map((name) => `${file}: ${name}`),
  )
  expect(unknown).toEqual([])
})

test('every import leads to a file that is there, or to a package that is a dependency', () => {
  const missing = [...files].flatMap(([file, { text }]) =>
    /\.[mc]?tsx?$/.test(file) && !file.startsWith('packages/codegen/')
      ? importsOf(text)
          .filter((target) => !isThere(file, target))
          .map((target) => `${file}: ${target}`)
      : [],
  )
  expect(missing).toEqual([])
})

/** At the beginning of a line. Codegen is left out, because it writes imports into its texts; the compiler reads those of its own. */
function importsOf(text: string): readonly string[] {
  return [...text.matchAll(/^(?:(?:import|export|\}) [^\n]*?from |import )'([^'\n]+)'/gm)].map(
    ([, target = '']) => target,
  )
}

function isThere(file: string, target: string): boolean {
  if (target.startsWith('.')) {
    const resolved = path.posix.join(path.posix.dirname(file), target)
    return (
      files.has(resolved) || files.has(resolved.replace(/\.js$/, '.d.ts')) || resolved.includes('/generated/')
    )
  }
  if (/^(?:node|astro|vitest\/config)(?::|$|\/)/.test(target)) return true
  const folder = /^(?:packages\/[^/]+|spec|tools)(?=\/)/.exec(file)?.[0]
  const { name, dependencies, devDependencies, peerDependencies } = JSON.parse(
    textOf(folder === undefined ? 'package.json' : `${folder}/package.json`),
  )
  const packageName = target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')
  return packageName === name || packageName in { ...dependencies, ...devDependencies, ...peerDependencies }
}

test('every link of its pages leads to what is there', () => {
  const dead = [...files].flatMap(([file, { text }]) =>
    file.endsWith('.md') && !file.includes('/guides/')
      ? [...text.matchAll(/\]\((?!\w+:|#)([^)#\s]+)[^)]*\)/g)]
          .map(([, target = '']) => path.posix.join(path.posix.dirname(file), target))
          .filter((target) => !files.has(target))
          .map((target) => `${file}: ${target}`)
      : [],
  )
  expect(dead).toEqual([])
})

test('every decision that a comment names is there', () => {
  const named = [...files].flatMap(([, { text }]) =>
    [...text.matchAll(/docs\/decisions\/[\w-]+\.md/g)].map(([file]) => file),
  )
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((file) => !files.has(file))).toEqual([])
})

test('every template takes the place of a file, or stands beside files that are there', () => {
  expect(existsSync(path.resolve(import.meta.dirname, '../../workspace/README.md'))).toBe(true)
  for (const script of ['start', 'build', 'check', 'test', 'format', 'bump', 'release'])
    expect(JSON.parse(textOf('package.json')).scripts).toHaveProperty(script)
})
