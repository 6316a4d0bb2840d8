import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaints, newest, oldest, type Resolution, type Version } from './compilers.ts'
import { type FreshProject, freshProject } from './fresh-project.ts'

const packages = ['types', 'client', 'react-query', 'msw']
const files = ['every-operation.ts', 'every-hook.tsx', 'every-mock.ts']

let amongNewest: FreshProject
let amongOldest: FreshProject

beforeAll(async () => {
  const programs = path.join(import.meta.dirname, 'typed')
  amongNewest = await freshProject(packages, programs, newest)
  amongOldest = await freshProject(packages, programs, oldest, { type: 'commonjs' })
}, 300_000)

afterAll(() => Promise.all([amongNewest?.remove(), amongOldest?.remove()]))

// The whole matrix is in compilers.full.test.ts.
test.each<readonly [Version, Resolution]>([
  ['5.4', 'node16'],
  ['7.0', 'node16'],
  ['7.0', 'bundler'],
])(
  'TypeScript %s takes the packed types as %s finds them, each declaration checked',
  async (version, resolution) => {
    const exactOptionalPropertyTypes = resolution === 'node16'
    const compilation = { version, resolution, files, options: { exactOptionalPropertyTypes } }
    expect(await complaints(amongNewest, compilation)).toEqual([])
  },
)

test.each<readonly [Version, Resolution]>([
  ['5.4', 'node10'],
  ['7.0', 'node16'],
])(
  'TypeScript %s takes them in a CommonJS project as %s finds them, with React 18 and MSW 2',
  async (version, resolution) => {
    expect(await complaints(amongOldest, { version, resolution, files })).toEqual([])
  },
)
