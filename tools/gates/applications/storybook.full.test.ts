import { cp } from 'node:fs/promises'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium } from '../../src/browser/launch-chromium.ts'
import type { Running } from './running.ts'
import { type Scene, setScene } from './scene.ts'

describe.each([
  ['MSW 3', 'storybook'],
  ['MSW 2', 'storybook-msw-2'],
])('the mocks in Storybook with %s, as parameters of its stories', (_, folder) => {
  let scene: Scene
  let server: Running
  let browser: Browser

  beforeAll(async () => {
    scene = await setScene(path.join('tools/gates/applications', folder), [
      'types',
      'client',
      'react-query',
      'msw',
    ])
    await addStories(scene.application.folder)
    await scene.application.run('msw', ['init', 'public', '--save'])
    await scene.application.run('storybook', ['build', '--output-dir', 'dist', '--quiet'])
    server = await scene.start(['vite', 'preview', '--port', 'PORT', '--outDir', 'dist'])
    browser = await launchChromium()
  }, 300_000)

  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
    await scene?.[Symbol.asyncDispose]()
  })

  test('have no mistake for the compiler', async () => {
    expect(await scene.application.run('tsc')).toBe('')
  })

  test.each([
    ['success', 'ada@example.com'],
    ['admin', 'ada@example.com, admin'],
    ['missing', 'There is no such member.'],
    ['loading', 'Loading …'],
    ['unreachable', 'Failed: network'],
    ['own-handler', 'Failed: 410'],
    // after the others, whose handlers are gone
    ['success', 'ada@example.com'],
  ])('show the story %s as "%s"', async (story, text) => {
    const page = await browser.newPage()
    await page.goto(`${server.url}/iframe.html?id=member--${story}&viewMode=story`)
    await page.getByText(text, { exact: true }).waitFor()
    await page.close()
  })
})

/** The same stories with another MSW. */
async function addStories(folder: string): Promise<void> {
  const stories = path.join(import.meta.dirname, 'storybook')
  const filter = (file: string) => !/(?:package\.json|\.yaml|node_modules)$/.test(file)
  await cp(stories, folder, { recursive: true, filter })
}
