import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkerSite, type WorkerSite } from './worker-page.ts'

let site: WorkerSite

beforeAll(async () => {
  site = await openWorkerSite()
})

afterAll(() => site?.[Symbol.asyncDispose]())

test('a sandbox in a worker serves a page that loads the package as plain files', async ({ annotate }) => {
  const page = await site.open()
  const { milliseconds, loaded, ...learned } = await page.evaluate<{
    readonly milliseconds: number
    readonly loaded: number
  }>('useMemory()')

  expect(learned).toEqual({
    labels: ['first'],
    afterReset: 401,
    afterClose: expect.stringContaining('The sandbox is closed'),
  })
  expect(loaded).toBe(await sizeOf(['worker/engine.bin', 'worker/system.bin', snapshot]))
  expect(site.missing.filter((file) => file !== '/favicon.ico')).toEqual([])
  await annotate(`a sandbox in a worker starts in ${Math.round(milliseconds)} ms`, 'figure')
})

const snapshot = 'generated/snapshot/data-directory.tar.gz'

async function sizeOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(path.join(site.folder, 'dist', file))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

test('says what is wrong where it cannot start', async () => {
  const page = await site.open()
  expect(await page.evaluate('useWrongPlace()')).toMatch(/cannot be loaded. Expected thread\.js/)
  expect(await page.evaluate('useWrongSeed()')).toContain('accounts is empty. Expected at least one.')
})

test('what a page transfers at first stays below 5 MB', async ({ annotate }) => {
  const files = ['worker/thread.js', 'worker/engine.bin', 'worker/system.bin', snapshot]
  const contents = await Promise.all(files.map((file) => readFile(path.join(site.folder, 'dist', file))))
  // Servers compress scripts; the other files are compressed already.
  const bytes = contents.reduce((sum, content) => sum + Math.min(content.length, gzipSync(content).length), 0)
  await annotate(`the worker of a sandbox, compressed: ${(bytes / 1e6).toFixed(1)} MB`, 'figure')
  expect(bytes).toBeLessThan(5_000_000)
})
