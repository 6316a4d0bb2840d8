import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { repository } from '../repository.ts'
import { runFull } from './run-full.ts'

let project: string

beforeEach(async () => {
  project = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-full-test-'))
  await symlink(path.join(repository, 'tools/node_modules'), path.join(project, 'node_modules'))
  await configure()
})

afterEach(() => rm(project, { recursive: true }))

/** A project of one small configuration, with what else it has. */
async function configure(more: object = {}): Promise<void> {
  const shared = JSON.stringify(path.join(repository, 'vitest.shared.ts'))
  const rest = JSON.stringify({ name: 'small', ...more })
  await write(
    'vitest.config.ts',
    `import { exclude } from ${shared}\nexport default { test: { exclude, ...${rest} } }`,
  )
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(project, file)), { recursive: true })
  await writeFile(path.join(project, file), text)
}

const run = () => runFull({ cwd: project, limit: 60_000, isSilent: true })

test('it runs the files of both tiers, and gathers the figures that tests hand in', async () => {
  await write('short.test.ts', `import { test } from 'vitest'\ntest('is quick', () => undefined)`)
  await write(
    'long.full.test.ts',
    `import { test } from 'vitest'\ntest('is thorough', ({ annotate }) => annotate('23 of 23', 'figure'))`,
  )

  expect(await run()).toMatchObject({
    status: 0,
    run: {
      result: 'passed',
      projects: [{ name: 'small', files: 2, tests: 2, failed: 0 }],
      figures: [{ project: 'small', test: 'is thorough', figure: '23 of 23' }],
    },
  })
})

test('it fails with a test that fails, even where something else ends the process with 0', async () => {
  await write(
    'long.full.test.ts',
    `import { test } from 'vitest'\ntest('fails', () => { throw new Error('as it should') })`,
  )
  await configure({ globalSetup: 'end.ts' })
  await write('end.ts', `export const setup = () => { process.on('exit', () => { process.exit(0) }) }`)

  expect(await run()).toMatchObject({
    status: 1,
    run: { projects: [{ failed: 1 }] },
  })
})
