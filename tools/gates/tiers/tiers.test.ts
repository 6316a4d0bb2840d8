import { globSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { exclude } from '../../../vitest.shared.ts'
import { repository } from '../../src/repository.ts'

const configurations = globSync(['packages/*/vitest*.config.ts', 'tools/vitest.config.ts'], {
  cwd: repository,
})

test.each(configurations)('%s leaves the files of the full tier to pnpm test:full', async (file) => {
  const { default: project } = await import(path.join(repository, file))
  expect(project.test.exclude, `${file} needs \`exclude\` of vitest.shared.ts`).toEqual(
    expect.arrayContaining(exclude),
  )
})
