import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  complaints,
  newest,
  newestForCommonJs,
  type Resolution,
  type Version,
  versions,
} from './compilers.ts'
import { type FreshProject, freshProject } from './fresh-project.ts'
import { inferredProgram } from './inferred-program.ts'

const files = ['inferred.ts']
const kinds = ['module', 'commonjs'] as const

const matrix: (readonly [Version, Resolution, (typeof kinds)[number]])[] = versions.flatMap((version) => [
  [version, 'node16', 'module'],
  [version, 'bundler', 'module'],
  [version, 'node16', 'commonjs'],
])

describe.each(['pnpm', 'npm'] as const)('in a tree of %s', (by) => {
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
      expect(await complaints(projects[kind], { version, resolution, files, options })).toEqual([])
    },
  )
})
