import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { environmentFor } from '../applications/application.ts'
import { serveSandbox } from '../applications/served-sandbox.ts'
import { freshProject } from '../runtimes/fresh-project.ts'

/** A token of Ada, in the world of the examples. */
const token = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'

const dependencies = { jest: '30.5.2', '@tanstack/react-query': '5.108.0', react: '19.3.1' }

test('Jest requires the packed packages without configuration', async () => {
  await using sandbox = await serveSandbox()
  const files = path.join(import.meta.dirname, 'short')
  const project = await freshProject(['types', 'client', 'react-query'], files, dependencies)
  try {
    const env = environmentFor({ USER_API: `${sandbox.origin}/api`, USER_API_TOKEN: token })
    const jest = path.join(project.folder, 'node_modules/.bin/jest')
    const options = { cwd: project.folder, env }
    const { stderr } = await promisify(execFile)(jest, ['--testMatch', '**/*.cjs'], options)

    expect(stderr).toMatch(/Tests: +2 passed, 2 total/)
    expect(stderr).not.toContain('did not exit')
  } finally {
    await project.remove()
  }
})
