import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installApart } from '../../src/packages/install-apart.ts'
import { type FreshProject, freshProject } from './fresh-project.ts'

const run = promisify(execFile)
const versions = ['5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0', '7.0']

let project: FreshProject
let compilers: string

beforeAll(async () => {
  compilers = await installApart(path.join(import.meta.dirname, 'compilers'))
  project = await freshProject(['types', 'client'], path.join(import.meta.dirname, 'typed'))
}, 300_000)

afterAll(() => project?.remove())

describe.each(versions)('TypeScript %s takes the packed types, each declaration checked', (version) => {
  const compile = async (configuration: string): Promise<string> => {
    const tsc = path.join(compilers, `node_modules/typescript-${version}/bin/tsc`)
    const { stdout } = await run('node', [tsc, '-p', configuration], { cwd: project.folder }).catch(
      (failure: { stdout: string }) => failure,
    )
    return stdout
  }

  test('as Node resolves them, with exactOptionalPropertyTypes', async () => {
    expect(await compile('tsconfig.nodenext.json')).toBe('')
  })

  test('as bundlers resolve them, without it', async () => {
    expect(await compile('tsconfig.bundler.json')).toBe('')
  })
})
