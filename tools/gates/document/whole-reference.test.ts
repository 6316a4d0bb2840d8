import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { wholeReference } from '../../src/build/write-whole-reference.ts'
import { repository } from '../../src/repository.ts'

const run = promisify(execFile)

// An archive of the sources has no history to compare with.
test.skipIf(!existsSync(path.join(repository, '.git')))(
  'a build of what is committed leaves the whole reference as it is committed',
  async () => {
    const { stdout } = await run('git', ['status', '--porcelain', '--untracked-files=no'], {
      cwd: repository,
    })
    const changed = stdout.split('\n').filter((line) => line !== '')

    // Beside other changes it may follow them: they are committed together.
    expect(changed, `run \`pnpm build\` and commit ${wholeReference}`).not.toEqual([` M ${wholeReference}`])
  },
)

test('the whole reference is what the docs package publishes', async () => {
  const [reviewed, published] = await Promise.all(
    [wholeReference, 'packages/docs/dist/UserApi.md'].map((file) =>
      readFile(path.join(repository, file), 'utf8'),
    ),
  )

  expect(reviewed, `run \`pnpm build\` and commit ${wholeReference}`).toBe(published)
})
