import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { repository } from '../../src/repository.ts'

const run = promisify(execFile)
const codegen = path.join(repository, 'packages/codegen')
const published = createRequire(path.join(codegen, 'package.json')).resolve('@scalar/galaxy')

/** What `pnpm test` does, without the tests of the generators: those are the same in each workspace, and the longest. */
const withoutGenerators = [['build'], ['check'], ['exec', 'vitest', 'run', '--project=!codegen']]

/** Documents, what of them is refused, and the commands that pass in their workspaces. */
const documents: readonly (readonly [
  name: string,
  file: string,
  refused: readonly string[],
  commands: readonly (readonly string[])[],
])[] = [
  // A generic schema, and the operation that uses it.
  [
    'galaxy',
    path.join(path.dirname(published), '3.1.json'),
    ['#/paths/~1planets/get', '#/components/schemas/PaginatedResource'],
    [['test']],
  ],
  ['library', path.join(codegen, 'test/documents/library.yaml'), [], withoutGenerators],
]

const minutes = (count: number) => count * 60_000

describe.each(documents)('a workspace for the document %s', (name, file, refused, commands) => {
  let place: string
  let folder: string

  beforeAll(async () => {
    place = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-adopted-'))
    folder = path.join(place, name)
    const command = [
      path.join(repository, 'tools/src/adopt/main.ts'),
      file,
      folder,
      '--name',
      `@acme/${name}`,
    ]
    const adopted = await run(process.execPath, [...command, '--strict']).then(
      () => 0,
      ({ code }: { code: number }) => code,
    )
    // with `--strict` the exit status says whether something was refused
    expect(adopted).toBe(refused.length > 0 ? 1 : 0)
  }, minutes(5))

  afterAll(() => rm(place, { recursive: true }))

  /** As the README says, where pnpm is there already. */
  async function pnpm(...args: string[]): Promise<void> {
    await run('pnpm', args, {
      cwd: folder,
      maxBuffer: 64 * 1024 * 1024,
      // Its own short tier: this one is the full one.
      env: { ...process.env, CI: 'true', TEST_TIER: '' },
    }).catch(({ stdout, stderr }: { stdout: string; stderr: string }) => {
      throw new Error(`pnpm ${args.join(' ')} failed:\n${stdout.slice(-6000)}\n${stderr.slice(-2000)}`)
    })
  }

  test('reports what was refused', async () => {
    const report = await readFile(path.join(folder, 'adopt-report.md'), 'utf8')
    const operations = refused.filter((pointer) => pointer.startsWith('#/paths/'))
    expect(report).toContain(` right, ${operations.length} refused.`)
    expect([...report.matchAll(/^- `(.*?)`: .*Expected /gm)].map(([, pointer]) => pointer)).toEqual(refused)
  })

  test(
    'installs from its lockfile, builds, and passes its own checks and tests',
    async () => {
      await pnpm('install', '--frozen-lockfile', '--prefer-offline')
      for (const command of commands) await pnpm(...command)
    },
    minutes(15),
  )
})
