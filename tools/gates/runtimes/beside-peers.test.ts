import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Dependencies, type FreshProject, freshProject } from './fresh-project.ts'
import { installRuntimes, outputOf } from './run-on.ts'

const nodes = ['20', '22', '24', '26']

/** A package beside the newest and the oldest of what it says it works with. */
interface Beside {
  readonly packages: readonly string[]
  readonly program: string
  readonly newest: Dependencies
  readonly oldest: Dependencies
  /** The first Node that the newest ones run on themselves. */
  readonly newestNeeds?: string
  readonly told: unknown
}

const besides: Readonly<Record<string, Beside>> = {
  'react-query': {
    packages: ['types', 'client', 'react-query'],
    program: 'react/render.mjs',
    newest: { react: '19.3.1', 'react-dom': '19.3.1', '@tanstack/react-query': '5.108.0' },
    oldest: { react: '18.0.0', 'react-dom': '18.0.0', '@tanstack/react-query': '5.90.1' },
    told: {
      rendered: 'ada grace',
      failed: 'Not found: nobody',
      added: 'added',
      isStale: true,
      pages: [{ email: '1@example.com' }, { email: '2@example.com' }],
      keys: 3,
    },
  },
  msw: {
    packages: ['types', 'client', 'msw'],
    program: 'msw/answer.mjs',
    newest: { msw: '3.0.5' },
    newestNeeds: '22',
    oldest: { msw: '2.12.0' },
    told: { isFixture: true, isAdmin: true, isExample: true, refused: 401 },
  },
}

let runtimes: string

beforeAll(async () => {
  runtimes = await installRuntimes()
}, 300_000)

describe.each(Object.entries(besides))(
  'the packed %s',
  (_name, { packages, program, newestNeeds = '20', told, ...peers }) => {
    describe.each(['newest', 'oldest'] as const)('beside the %s of what it names', (age) => {
      let project: FreshProject

      beforeAll(async () => {
        const files = path.join(import.meta.dirname, path.dirname(program))
        project = await freshProject(packages, files, peers[age])
      })

      afterAll(() => project?.remove())

      const able = nodes.filter((version) => age === 'oldest' || version >= newestNeeds)

      test.each(able)('does what it says on Node %s', async (version) => {
        const node = path.join(runtimes, `node_modules/node-${version}/bin/node`)
        expect(await outputOf(node, [path.basename(program)], project.folder)).toEqual(told)
      })
    })
  },
)
