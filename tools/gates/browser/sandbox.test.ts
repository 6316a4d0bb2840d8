import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../../src/browser/launch-chromium.ts'
import { type FreshProject, freshProject } from '../runtimes/fresh-project.ts'
import { bundlePage } from './sandbox/bundle.ts'
import type { Learned } from './sandbox/page.ts'
import { servePage } from './sandbox/serve-page.ts'

/** The packages as they are published, in a page that has no server but for its files. */
let project: FreshProject

beforeAll(async () => {
  project = await freshProject(['types', 'client', 'sandbox'], path.join(import.meta.dirname, 'sandbox'))
  await bundlePage(project.folder)
})

afterAll(() => project.remove())

test.each([
  ['handed to the client', 'directly()'],
  ['reached by a service worker of MSW', 'throughMsw(location.origin)'],
])('a sandbox runs in a tab of Chromium, %s', async (_how, call) => {
  await using served = await servePage(project.folder)
  await using browser = await launchChromium()
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  await page.goto(`${served.url}/index.html`)
  const learned = await page.evaluate<Learned>(call)
  console.info(`the first sandbox of a page, ${call}: ${Math.round(learned.millisecondsToStart)} ms`)
  expect(learned).toMatchObject({
    email: 'grace@example.com',
    usernames: ['ada', 'admin', 'grace', 'katherine'],
  })
  expect(complaints).toEqual([])
  expect(served.missing.filter((file) => file !== '/favicon.ico')).toEqual([])
})
