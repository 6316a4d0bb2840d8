import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkerSite, type WorkerSite } from './worker-page.ts'

let site: WorkerSite

beforeAll(async () => {
  site = await openWorkerSite()
})

afterAll(() => site?.[Symbol.asyncDispose]())

test('a sandbox that is kept survives a reload', async () => {
  const page = await site.open()
  expect(await page.evaluate("useKept('before', 'reloaded')")).toEqual(['before'])
  await page.reload()
  await page.waitForFunction('window.useKept')
  expect(await page.evaluate("useKept('after', 'reloaded')")).toEqual(['after', 'before'])
})

test('a write is kept as soon as it was answered, even if nothing follows it', async () => {
  const page = await site.open()
  expect(await page.evaluate("createAccount('alan@example.com', 'last')")).toBe(201)
  await page.reload()
  await page.waitForFunction('window.listAccounts')
  expect(await page.evaluate("listAccounts('last')")).toEqual(['admin@windmill.dev', 'alan@example.com'])
})

test('two tabs share one state, and either goes on alone', async () => {
  const [first, second] = [await site.open(), await site.open()]
  expect(await first.evaluate("useKept('first', 'shared')")).toEqual(['first'])
  expect(await second.evaluate("useKept('second', 'shared')")).toEqual(['second', 'first'])
  expect(await first.evaluate("useKept('third', 'shared')")).toEqual(['third', 'second', 'first'])
  await first.close()
  expect(await second.evaluate("useKept('fourth', 'shared')")).toEqual(['fourth', 'third', 'second', 'first'])
})

test('one that takes over from another of the same page loses no request', async () => {
  const page = await site.open()
  expect(await page.evaluate("useTwice('only', 'strict')")).toEqual(['only'])
})

test('tabs that write at the same time lose nothing', async () => {
  const tabs = [await site.open(), await site.open(), await site.open()]
  await Promise.all(tabs.map((tab, index) => tab.evaluate(`writeMany('tab ${index}', 10, 'busy')`)))
  await Promise.all(tabs.map((tab) => tab.close()))
  const later = await site.open()
  expect(await later.evaluate("useKept('last', 'busy')")).toHaveLength(31)
})

test('a service worker serves the sandbox at a path of the origin of the page, and leaves other paths alone', async () => {
  const page = await site.open()
  expect(await page.evaluate('useServiceWorker()')).toEqual({ email: 'admin@windmill.dev', other: 200 })
})
