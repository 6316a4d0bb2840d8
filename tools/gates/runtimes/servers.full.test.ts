import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaints, type Version } from './compilers.ts'
import { type FreshProject, freshProject } from './fresh-project.ts'

const kinds = ['module', 'commonjs'] as const
type Kind = (typeof kinds)[number]

let projects: Readonly<Record<Kind, FreshProject>>

beforeAll(async () => {
  const programs = path.join(import.meta.dirname, 'typed-servers')
  const packages = ['sandbox', 'contract-tests']
  const others = { '@types/node': '24.10.0', vitest: '5.1.1' }
  const indirect = ['openapi']
  projects = {
    module: await freshProject(packages, programs, { ...others, msw: '3.0.5' }, { indirect }),
    commonjs: await freshProject(
      packages,
      programs,
      { ...others, msw: '2.15.0' },
      { indirect, type: 'commonjs' },
    ),
  }
}, 300_000)

afterAll(() => Promise.all(Object.values(projects ?? {}).map((project) => project.remove())))

const versions: readonly Version[] = ['5.4', '5.9', '7.0']

test.each(versions.flatMap((version) => kinds.map((kind): [Version, Kind] => [version, kind])))(
  'TypeScript %s takes the packed sandbox and contract tests in a project of type %s, and can name what they return',
  async (version, kind) => {
    const options = { types: ['node'], declaration: true }
    const compilation = { version, resolution: 'node16', files: ['every-server.ts'], options } as const
    const found = await complaints(projects[kind], compilation)
    expect(
      found.filter((line) => line.includes('@windmill-user-api') || line.startsWith('every-server.ts')),
    ).toEqual([])
  },
)
