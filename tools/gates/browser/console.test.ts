import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'
import { serve } from '@windmill-user-api/sandbox/node'
import { expect, onTestFinished, test } from 'vitest'
import { launchChromium } from '../../src/browser/launch-chromium.ts'

const ada = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'

/** A sandbox with a console, in which a few requests were made. */
async function serveConsole() {
  const sandbox = await createSandbox({ seed: exampleWorld, console: true })
  const server = await serve(sandbox)
  onTestFinished(async () => {
    await server.close()
    await sandbox.close()
  })
  const headers = { Authorization: `Bearer ${ada}` }
  for (const line of ['GET /w/demo/users/list', 'GET /users/list_as_super_admin', 'POST /users/logout']) {
    const [method = '', path = ''] = line.split(' ')
    await fetch(`${server.url}/api${path}`, { method, headers })
  }
  return server.url
}

test('the printed URL leads to a page that works without JavaScript, from a desk and a phone', async () => {
  const url = await serveConsole()
  await using browser = await launchChromium()
  const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } })
  const problems: string[] = []
  page.on('console', (message) => problems.push(message.text()))

  await page.goto(`${url}/api`)
  expect(page.url()).toBe(`${url}/sandbox`)
  await page.getByRole('row', { name: /listUsersAsSuperAdmin super-admin 403 Forbidden/ }).waitFor()
  await page.getByRole('row', { name: /logout .* 200/ }).waitFor()
  expect(await page.getByText(`${ada.slice(0, 10)}…`).count()).toBe(0)

  await page.setViewportSize({ width: 360, height: 800 })
  expect(await widthOf(page)).toBeLessThanOrEqual(360)

  await page.getByRole('button', { name: 'Reset' }).click()
  await page
    .getByText(`${ada.slice(0, 10)}…`)
    .first()
    .waitFor()
  expect(page.url()).toBe(`${url}/sandbox`)
  expect(problems).toEqual([])
})

test('a page of another site sees nothing of it, and resets nothing', async () => {
  const url = await serveConsole()
  const other = await serve({
    fetch: async () =>
      new Response(
        `<form method="post" action="${url}/sandbox/reset"><button>Win a prize</button></form><iframe src="${url}/sandbox"></iframe>`,
        { headers: { 'Content-Type': 'text/html' } },
      ),
  })
  onTestFinished(() => other.close())
  await using browser = await launchChromium()
  const page = await browser.newPage()

  await page.goto(other.url.replace('localhost', '127.0.0.1'))
  expect(
    await page
      .frames()
      .at(-1)
      ?.evaluate(() => document.body.textContent),
  ).not.toContain('ada@example.com')
  await page.getByRole('button').click()
  await page.getByText('Forbidden: requests from other sites are not allowed').waitFor()
  expect(
    (await fetch(`${url}/api/users/email`, { headers: { Authorization: `Bearer ${ada}` } })).status,
  ).toBe(401)
})

/** How wide the page is, scrolled to the right. */
async function widthOf(page: { evaluate(expression: string): Promise<unknown> }): Promise<number> {
  return Number(await page.evaluate('document.documentElement.scrollWidth'))
}
