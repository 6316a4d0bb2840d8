import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generators } from '@windmill-user-api/codegen'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { repository } from '../../src/repository.ts'
import { badDocuments } from './bad-documents.ts'

/** In megabytes: what a command may take for a document that it refuses. */
const memory = 900

let place: string

beforeAll(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'windmill-user-api-bad-input-'))
  for (const { name, content, linkTo } of badDocuments) {
    if (content !== undefined) await writeFile(path.join(place, name), content)
    else if (linkTo !== undefined) await symlink(linkTo, path.join(place, name))
    else await mkdir(path.join(place, name))
  }
})

afterAll(() => rm(place, { recursive: true }))

function run(script: string, args: readonly string[]) {
  const command = [`--max-old-space-size=${memory}`, path.join(repository, script), ...args]
  const child = spawn(process.execPath, command, { cwd: place, stdio: ['ignore', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString('utf8')
  })
  return new Promise<{ readonly status: number | null; readonly errors: string }>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, errors }))
  })
}

const refused = badDocuments.flatMap(({ name, problem }) => (problem ? [{ name, problem }] : []))
const names = Object.keys(generators)
const both = refused.map((each, index) => ({ ...each, generator: names[index % names.length] ?? '' }))

describe.each(both)('$name', ({ name, problem, generator }) => {
  test('pnpm adopt says what is wrong, and writes nothing', async () => {
    const before = await readdir(place)
    const { status, errors } = await run('tools/src/adopt/main.ts', [name, 'new', '--name', '@acme/pets'])
    expect(errors).toMatch(problem)
    expect(status).toBe(1)
    expect(await readdir(place)).toEqual(before)
  })

  // All of them have the same beginning, so each document has one, and each of them has documents.
  test(`the generator ${generator} says it, and writes nothing`, async () => {
    const before = await readdir(place)
    const args = [generator, '--document', name, '--out', 'generated']
    const { status, errors } = await run('packages/codegen/src/main.ts', args)
    expect(errors).toMatch(problem)
    expect(status).toBe(1)
    expect(await readdir(place)).toEqual(before)
  })
})
