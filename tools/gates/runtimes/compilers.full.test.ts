import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  complaints,
  newest,
  newestForCommonJs,
  oldest,
  type Resolution,
  type Version,
  versions,
} from './compilers.ts'
import { type FreshProject, freshProject } from './fresh-project.ts'

const packages = ['types', 'client', 'react-query', 'msw']
const files = ['every-operation.ts', 'every-hook.tsx', 'every-mock.ts']
const kinds = ['module', 'commonjs'] as const
type Kind = (typeof kinds)[number]

let projects: Readonly<Record<Kind | 'oldest', FreshProject>>

beforeAll(async () => {
  const programs = path.join(import.meta.dirname, 'typed')
  projects = {
    module: await freshProject(packages, programs, newest),
    commonjs: await freshProject(packages, programs, newestForCommonJs, { type: 'commonjs' }),
    oldest: await freshProject(packages, programs, oldest),
  }
}, 300_000)

afterAll(() => Promise.all(Object.values(projects ?? {}).map((project) => project.remove())))

/** The resolutions that a compiler has in a project of a kind: a resolver of Node 10 knows no ESM, and 7 has dropped it. */
const matrix: (readonly [Version, Resolution, Kind])[] = versions.flatMap((version) => [
  ...(version === '7.0' ? [] : [[version, 'node10', 'commonjs'] as const]),
  [version, 'node16', 'commonjs'],
  [version, 'node16', 'module'],
  [version, 'bundler', 'module'],
])

describe.each(matrix)(
  'TypeScript %s with %s in a project of type %s takes the packed types',
  (version, resolution, kind) => {
    test('with exactOptionalPropertyTypes', async () => {
      const options = { exactOptionalPropertyTypes: true }
      expect(await complaints(projects[kind], { version, resolution, files, options })).toEqual([])
    })

    test('without it, and without the DOM beside the types of Node', async () => {
      const options = { lib: ['es2022'], types: ['node'] }
      expect(await complaints(projects[kind], { version, resolution, files, options })).toEqual([])
    })
  },
)

// 5.4 does not know it.
test.each(versions.slice(1))(
  'TypeScript %s takes a library over them with isolatedDeclarations',
  async (version) => {
    const options = { declaration: true, isolatedDeclarations: true }
    for (const kind of kinds) {
      const compilation = { version, resolution: 'node16', files: ['declared.ts'], options } as const
      expect(await complaints(projects[kind], compilation)).toEqual([])
    }
  },
)

test.each(['5.4', '7.0'] as const)('TypeScript %s takes them with React 18 and MSW 2', async (version) => {
  expect(await complaints(projects.oldest, { version, resolution: 'node16', files })).toEqual([])
  expect(await complaints(projects.oldest, { version, resolution: 'bundler', files })).toEqual([])
})

test('a compiler that finds a mistake says so', async () => {
  const options = { lib: ['es2022'], types: [] }
  const compilation = {
    version: '7.0',
    resolution: 'node16',
    files: ['every-operation.ts'],
    options,
  } as const
  expect(await complaints(projects.module, compilation)).not.toEqual([])
})
