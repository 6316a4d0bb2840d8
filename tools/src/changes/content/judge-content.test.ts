import { expect, test } from 'vitest'
import type { Content } from '../../packages/read-tarball.ts'
import { judgeContent } from './judge-content.ts'

const manifest = {
  name: '@windmill-user-api/client',
  version: '0.3.0',
  exports: {
    '.': { import: './dist/index.js', require: './dist/index.cjs' },
    './validate': './dist/validate.js',
  },
  bin: { 'windmill-user': './dist/main.js' },
  engines: { node: '>=20' },
  dependencies: { 'openapi-fetch': '^0.17.0', '@windmill-user-api/types': '^0.3.0' },
  peerDependencies: { react: '>=18' },
}

const tarball = (changes: object = {}, files: Readonly<Record<string, string>> = {}): Content =>
  new Map([
    ['package.json', JSON.stringify({ ...manifest, ...changes })],
    ['dist/index.js', 'let a'],
    ...Object.entries(files),
  ])

/** What it is to change the package so. */
const judged = (after: Content | undefined) =>
  judgeContent({ name: 'client', before: tarball(), after }).map(({ impact, what }) => `${impact}: ${what}`)

test('the same tarball asks for nothing, under whatever version', () => {
  const dependencies = { ...manifest.dependencies, '@windmill-user-api/types': '^0.4.0' }
  expect(judged(tarball({ version: '0.4.0', dependencies }, { 'CHANGELOG.md': '## 0.4.0' }))).toEqual([])
})

test.each([
  ['an entry is gone', { exports: { '.': manifest.exports['.'] } }, 'major: export `./validate` is gone'],
  [
    'a condition of an entry is gone',
    { exports: { ...manifest.exports, '.': { import: './dist/index.js' } } },
    'major: export `. require` is gone',
  ],
  [
    'an entry is new',
    { exports: { ...manifest.exports, './more': './more.js' } },
    'minor: export `./more` is new',
  ],
  ['a command is gone', { bin: {} }, 'major: command `windmill-user` is gone'],
  ['a command is new', { bin: { ...manifest.bin, other: './other.js' } }, 'minor: command `other` is new'],
  ['a newer Node is asked for', { engines: { node: '>=22' } }, 'major: engine node >=20 → >=22'],
  [
    'a newer patch of Node is asked for',
    { engines: { node: '>=20.0.1' } },
    'major: engine node >=20 → >=20.0.1',
  ],
  [
    'a line of Node is left out',
    { engines: { node: '^20 || >=22' } },
    'major: engine node >=20 → ^20 || >=22',
  ],
  ['an older Node is enough', { engines: { node: '>=18' } }, 'minor: engine node >=20 → >=18'],
  ['a peer is asked for', { peerDependencies: { react: '>=18', msw: '^3' } }, 'major: peer msw none → ^3'],
  ['a peer has to be newer', { peerDependencies: { react: '>=19' } }, 'major: peer react >=18 → >=19'],
  [
    'a peer may be another, too',
    { peerDependencies: { react: '>=18 || ^17' } },
    'minor: peer react >=18 → >=18 || ^17',
  ],
  ['a peer is no longer asked for', { peerDependencies: {} }, 'minor: peer react >=18 → none'],
  [
    'a dependency is new',
    { dependencies: { ...manifest.dependencies, ky: '^1.0.0' } },
    'patch: dependency ky none → ^1.0.0',
  ],
])('%s', (_, changes, expected) => {
  expect(judged(tarball(changes))).toEqual([expected])
})

test('code that changed is a patch, and a source map alone is nothing', () => {
  expect(judged(tarball({}, { 'dist/index.js': 'let b' }))).toEqual(['patch: dist/index.js: other contents'])
  expect(judged(tarball({}, { 'dist/index.js.map': '{}' }))).toEqual([])
})

test('a package that is gone breaks whoever installs it, and a new one nobody', () => {
  expect(judged(undefined)).toEqual(['major: the package is gone'])
  expect(judgeContent({ name: 'client', before: undefined, after: tarball() })).toMatchObject([
    { impact: 'minor' },
  ])
})
