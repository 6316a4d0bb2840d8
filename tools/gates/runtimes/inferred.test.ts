import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newest } from './compilers.ts'
import { type FreshProject, freshProject } from './fresh-project.ts'
import { inferredProgram, unnamed } from './inferred-program.ts'

const files = ['inferred.ts']

let programs: string
let project: FreshProject

beforeAll(async () => {
  programs = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-inferred-'))
  await writeFile(path.join(programs, 'inferred.ts'), await inferredProgram())
  // nobody who uses the others names the types of the wire, and pnpm lets nobody see what he does not name
  project = await freshProject(['client', 'react-query', 'msw'], programs, newest, { indirect: ['types'] })
}, 120_000)

afterAll(async () => {
  await project?.remove()
  await rm(programs, { recursive: true })
})

// Every compiler and kind of tree is in inferred.full.test.ts.
test('a declaration can name what every exported function returns', async () => {
  const options = { declaration: true, skipLibCheck: true }
  expect(await unnamed(project, { version: '7.0', resolution: 'node16', files, options })).toEqual([])
})
