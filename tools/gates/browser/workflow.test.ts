import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'
import { serve } from '@windmill-user-api/sandbox/node'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { repository } from '../../src/repository.ts'
import { docsInChromium } from './docs-in-chromium.ts'
import { serveBelow, serveDocsAndApi } from './serve-docs-and-api.ts'

const docs = docsInChromium(serveDocsAndApi)

const file = path.join(repository, 'packages/docs/src/generated/workflows.json')
const workflows: readonly { id: string; steps: readonly object[] }[] = JSON.parse(
  await readFile(file, 'utf8'),
)

async function open(id: string, url = docs.served.url): Promise<Page> {
  const page = await (await docs.browser.newContext()).newPage()
  await page.goto(`${url}/workflows/${id}/index.html`)
  await page.getByText('Run this workflow here').click()
  await page.waitForSelector('run-workflow [type=submit]:not([disabled])')
  return page
}

/** Presses a button, and tells what a screen reader hears at the end. */
async function press(page: Page, name: string | RegExp): Promise<string> {
  await page.locator('run-workflow').getByRole('button', { name }).click()
  await page.waitForSelector('run-workflow [type=submit]:not([disabled])', { timeout: 60_000 })
  return (await page.locator('run-workflow [role=status]').textContent()) ?? ''
}

const step = (page: Page, number: number) => page.locator('.run-steps > li').nth(number - 1)

test('there are workflows', () => {
  expect(workflows.length).toBeGreaterThan(0)
})

test.each(workflows)('$id runs to its end', async ({ id, steps }) => {
  const page = await open(id)
  const said = await press(page, 'Run all remaining steps')
  expect(said).toContain(`Step ${steps.length} of ${steps.length}`)
  expect(said).toContain('ended as expected')
})

describe('step by step', () => {
  const id = 'issue-use-and-revoke-a-token'

  test('the next request has in it what the last one returned', async () => {
    const page = await open(id)
    expect(await press(page, 'Run step 1: Log in')).toMatch(/^Step 1 of \d+, Log in: 200 OK in \d+ ms\.$/)
    const token = await step(page, 1).getByRole('region', { name: 'Response body' }).textContent()
    const next = await step(page, 2).getByRole('region', { name: 'Request of step 2' }).textContent()

    expect(token).toMatch(/^\w{30,}$/)
    expect(next).toContain(`Authorization: Bearer ${token}`)
    expect(await step(page, 2).getByText('From earlier steps: token of step 1.').count()).toBe(1)
  })

  test('a value of the reader goes into the request, and a response that is not as expected ends the run', async () => {
    const page = await open(id)
    const password = page.locator('[data-input=password]')
    const right = await password.inputValue()
    await password.fill('wrong')
    expect(await step(page, 1).locator('pre').textContent()).toContain('"password": "wrong"')
    expect(await press(page, 'Run all remaining steps')).toContain(
      'Step 1, Log in: expected the status to be 200, and got',
    )

    await password.fill(right)
    expect(await press(page, 'Run all remaining steps')).toContain('ended as expected')
    expect(await press(page, 'Run the first step again')).toContain('Step 1 of')
  })

  test('a token of one server is not sent to another, and nothing is left in the browser', async () => {
    const sandbox = await createSandbox({ seed: exampleWorld, allowOrigins: [docs.served.url] })
    await using server = await serve(sandbox).then((own) => ({
      url: own.url,
      [Symbol.asyncDispose]: async () => {
        await own.close()
        await sandbox.close()
      },
    }))
    const page = await open(id)
    await press(page, 'Run step 1: Log in')
    await page.getByLabel('Server').selectOption('a server of mine')
    await page.getByLabel('Base URL', { exact: true }).fill(`${server.url}/api`)
    expect(await press(page, 'Run all remaining steps')).toContain('ended as expected')
    expect(await step(page, 1).locator('pre').first().textContent()).toContain(
      `POST ${server.url}/api/auth/login`,
    )
    expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toMatch(
      /\w{32}/,
    )
  })
})

test('on a phone, no step is wider than the screen', async () => {
  const page = await open('life-of-an-account')
  await page.setViewportSize({ width: 390, height: 800 })
  await press(page, 'Run step 1: Log in as admin')
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
})

test('without JavaScript there is no form', async () => {
  const context = await docs.browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${docs.served.url}/workflows/${workflows[0]?.id}/`)
  expect(await page.getByText('Run this workflow here').isVisible()).toBe(false)
})

test('on a host of files, the page runs it in a sandbox of its own, and nothing leaves the browser', async () => {
  await using below = await serveBelow('/docs/v1')
  const page = await open('invite-accept-leave', below.url)
  const others: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(`${below.url}/`)) others.push(request.url())
  })
  expect(await page.locator('#send-note').textContent()).toMatch(/downloads it: [\d.]+ MB/)
  expect(await press(page, 'Run all remaining steps')).toContain('ended as expected')
  expect(others).toEqual([])
})
