import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newest, newestForCommonJs, type Resolution, type Version, versions } from './compilers.ts'
import { type FreshProject, freshProject } from './fresh-project.ts'
import { inferredProgram, inferredServerProgram, unnamed } from './inferred-program.ts'

const files = ['inferred.ts']
const kinds = ['module', 'commonjs'] as const

const every: readonly Case[] = versions.flatMap((version): Case[] => [
  [version, 'node16', 'module'],
  [version, 'node16', 'commonjs'],
])

/** Trees of npm hide nothing: a few compilers tell whether they resolve as those of pnpm do. */
const some = every.filter(([version]) => ['5.4', '5.9', '7.0'].includes(version))

type Case = readonly [Version, Resolution, (typeof kinds)[number]]

describe.each([
  ['pnpm', [...every, ['7.0', 'bundler', 'module']]],
  ['npm', some],
] satisfies ['pnpm' | 'npm', readonly Case[]][])('in a tree of %s', (by, matrix) => {
  let programs: string
  let projects: Readonly<Record<(typeof kinds)[number], FreshProject>>

  beforeAll(async () => {
    programs = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-inferred-'))
    await writeFile(path.join(programs, 'inferred.ts'), await inferredProgram())
    const packages = ['client', 'react-query', 'msw']
    const indirect = ['types']
    projects = {
      module: await freshProject(packages, programs, newest, { indirect, by }),
      commonjs: await freshProject(packages, programs, newestForCommonJs, { indirect, by, type: 'commonjs' }),
    }
  }, 300_000)

  afterAll(async () => {
    await Promise.all(Object.values(projects ?? {}).map((project) => project.remove()))
    await rm(programs, { recursive: true })
  })

  test.each(matrix)(
    'TypeScript %s with %s in a project of type %s can name what every exported function returns',
    async (version, resolution, kind) => {
      const options = { declaration: true, skipLibCheck: true }
      expect(await unnamed(projects[kind], { version, resolution, files, options })).toEqual([])
    },
  )
})

describe.each(['pnpm', 'npm'] as const)('in a tree of %s, of the packages for servers', (by) => {
  let programs: string
  let project: FreshProject

  beforeAll(async () => {
    programs = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-inferred-'))
    await writeFile(path.join(programs, 'inferred.ts'), await inferredServerProgram())
    const others = { '@types/node': newest['@types/node'], msw: newest.msw, vitest: '5.1.1' }
    const packages = ['sandbox', 'contract-tests', 'openapi']
    project = await freshProject(packages, programs, others, { indirect: ['types'], by })
  }, 300_000)

  afterAll(async () => {
    await project?.remove()
    await rm(programs, { recursive: true })
  })

  test.each(['5.9', '7.0'] as const)(
    'TypeScript %s can name what every exported function returns',
    async (version) => {
      const options = { declaration: true, skipLibCheck: true, resolveJsonModule: true, types: ['node'] }
      expect(await unnamed(project, { version, resolution: 'node16', files, options })).toEqual([])
    },
  )
})
