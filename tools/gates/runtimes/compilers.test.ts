import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installApart } from '../../src/packages/install-apart.ts'
import { type FreshProject, freshProject } from './fresh-project.ts'

const run = promisify(execFile)
const versions = ['5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0', '7.0']
const packages = ['types', 'client', 'react-query', 'msw']
const newest = { react: '19.3.1', '@types/react': '19.3.0', '@tanstack/react-query': '5.108.0', msw: '3.0.5' }
/** The first ones that the packages say they work with. TanStack Query has no 5.90.0, and its types need a React 18.3. */
const oldest = {
  react: '18.0.0',
  '@types/react': '18.3.31',
  '@tanstack/react-query': '5.90.1',
  msw: '2.12.0',
}

let compilers: string
let amongNewest: FreshProject
let amongOldest: FreshProject

beforeAll(async () => {
  const programs = path.join(import.meta.dirname, 'typed')
  compilers = await installApart(path.join(import.meta.dirname, 'compilers'))
  amongNewest = await freshProject(packages, programs, newest)
  amongOldest = await freshProject(packages, programs, oldest)
}, 300_000)

afterAll(() => Promise.all([amongNewest?.remove(), amongOldest?.remove()]))

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
  return stdout.split('\n').filter((line) => /^\S/.test(line) && !isOfOthers(line))
}

/** MSW's own declarations fail here and there: those of 3 before TypeScript 5.7. `skipLibCheck` would hide what ours do, too. */
function isOfOthers(complaint: string): boolean {
  return /^node_modules\/\.pnpm\/(?:msw|@mswjs\+interceptors)@/.test(complaint)
}

describe.each(versions)('TypeScript %s takes the packed types, each declaration checked', (version) => {
  test('as Node resolves them, with exactOptionalPropertyTypes', async () => {
    expect(await complaints(version, amongNewest, 'tsconfig.nodenext.json')).toEqual([])
  })

  test('as bundlers resolve them, without it', async () => {
    expect(await complaints(version, amongNewest, 'tsconfig.bundler.json')).toEqual([])
  })
})

test.each(['5.4', '7.0'])('TypeScript %s takes them with React 18 and MSW 2, both ways', async (version) => {
  expect(await complaints(version, amongOldest, 'tsconfig.nodenext.json')).toEqual([])
  expect(await complaints(version, amongOldest, 'tsconfig.bundler.json')).toEqual([])
})
