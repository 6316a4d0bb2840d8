import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { removeStaleCompiled, removeStaleGenerated } from './remove-stale-files.ts'

let root: string

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'stale-'))
})

afterEach(() => rm(root, { recursive: true }))

async function write(file: string, text = ''): Promise<void> {
  const target = path.join(root, file)
  await mkdir(path.dirname(target), { recursive: true })
  await writeFile(target, text)
}

test('removes what was generated for an operation of the past', async () => {
  await write('packages/client/src/generated/generated-files.json', '["whois.ts"]')
  await write('packages/client/src/generated/whois.ts')
  await write('packages/client/src/generated/whoWasI.ts')
  await removeStaleGenerated(root)
  expect((await readdir(path.join(root, 'packages/client/src/generated'))).sort()).toEqual([
    'generated-files.json',
    'whois.ts',
  ])
})

test('removes what was compiled from a source that has gone', async () => {
  await write('packages/client/tsconfig.build.json')
  await write('packages/client/src/call.ts')
  for (const file of ['call.js', 'call.d.ts', 'call.js.map', 'send.js', 'send.d.ts', 'snapshot.bin']) {
    await write(`packages/client/dist/${file}`)
  }
  await removeStaleCompiled(root)
  expect((await readdir(path.join(root, 'packages/client/dist'))).sort()).toEqual([
    'call.d.ts',
    'call.js',
    'call.js.map',
    'snapshot.bin',
  ])
})

test('leaves what entries share', async () => {
  await write('packages/client/tsconfig.build.json')
  for (const file of ['part-call.js', 'part-call.js.map', 'send.js'])
    await write(`packages/client/dist/${file}`)
  await removeStaleCompiled(root)
  expect((await readdir(path.join(root, 'packages/client/dist'))).sort()).toEqual([
    'part-call.js',
    'part-call.js.map',
  ])
})

test('removes the CommonJS of a source that has gone, and leaves what entries share', async () => {
  await write('packages/client/tsconfig.build.json')
  await write('packages/client/src/runtime/call.ts')
  for (const file of [
    'runtime/call.cjs',
    'runtime/send.cjs',
    'runtime/send.d.cts',
    'shared.cjs',
    'cjs/shared.cjs',
  ]) {
    await write(`packages/client/dist/${file}`)
  }
  await removeStaleCompiled(root)
  expect((await readdir(path.join(root, 'packages/client/dist'), { recursive: true })).sort()).toEqual([
    'cjs',
    'cjs/shared.cjs',
    'runtime',
    'runtime/call.cjs',
    'shared.cjs',
  ])
})

test('knows the sources of a package that is bundled', async () => {
  await write('packages/client/tsconfig.build.json')
  await write('packages/base-url/src/index.ts')
  for (const file of ['index.js', 'past.js']) await write(`packages/client/dist/base-url/src/${file}`)
  await removeStaleCompiled(root)
  expect(await readdir(path.join(root, 'packages/client/dist/base-url/src'))).toEqual(['index.js'])
})

test('leaves alone what no compiler wrote', async () => {
  await write('packages/docs/dist/_astro/page.js')
  await removeStaleCompiled(root)
  expect(await readdir(path.join(root, 'packages/docs/dist/_astro'))).toEqual(['page.js'])
})
