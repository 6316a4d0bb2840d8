import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installApart } from '../../src/packages/install-apart.ts'
import { type Dependencies, type FreshProject, freshProject } from './fresh-project.ts'

const run = promisify(execFile)
const versions = ['5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0', '7.0']
const react = { react: '19.3.1', '@types/react': '19.3.0', '@tanstack/react-query': '5.108.0' }

let compilers: string
/** All packages that a program is typed by, with the newest MSW. */
let project: FreshProject
/** Mocks alone, with the MSW before. */
let beforeMsw3: FreshProject

beforeAll(async () => {
  compilers = await installApart(path.join(import.meta.dirname, 'compilers'))
  project = await typed(['types', 'client', 'react-query', 'msw'], { ...react, msw: '3.0.5' })
  beforeMsw3 = await typed(['types', 'msw'], { msw: '2.15.0' })
}, 300_000)

afterAll(() => Promise.all([project?.remove(), beforeMsw3?.remove()]))

function typed(names: readonly string[], others: Dependencies): Promise<FreshProject> {
  return freshProject(names, path.join(import.meta.dirname, 'typed'), others)
}

/** What a compiler says of our declarations and of the program. */
async function complaints(
  version: string,
  { folder }: FreshProject,
  configuration: string,
): Promise<string[]> {
  const tsc = path.join(compilers, `node_modules/typescript-${version}/bin/tsc`)
  const { stdout } = await run('node', [tsc, '-p', configuration], { cwd: folder }).catch(
    (failure: { stdout: string }) => failure,
  )
  return stdout.split('\n').filter((line) => line !== '' && !isOfOthers(line))
}

/** The declarations of MSW 3 itself fail before TypeScript 5.7: that is not ours to mend, and `skipLibCheck` would hide ours too. */
function isOfOthers(complaint: string): boolean {
  return /^node_modules\/\.pnpm\/(?:msw|@mswjs\+interceptors)@/.test(complaint)
}

describe.each(versions)('TypeScript %s takes the packed types, each declaration checked', (version) => {
  test('as Node resolves them, with exactOptionalPropertyTypes', async () => {
    expect(await complaints(version, project, 'tsconfig.nodenext.json')).toEqual([])
  })

  test('as bundlers resolve them, without it', async () => {
    expect(await complaints(version, project, 'tsconfig.bundler.json')).toEqual([])
  })

  test('with MSW 2, both ways', async () => {
    expect(await complaints(version, beforeMsw3, 'tsconfig.nodenext.mocks.json')).toEqual([])
    expect(await complaints(version, beforeMsw3, 'tsconfig.bundler.mocks.json')).toEqual([])
  })
})
