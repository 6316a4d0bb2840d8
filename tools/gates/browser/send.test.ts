import { createSandbox, exampleWorld } from '@windmill-user-api/sandbox'
import { serve } from '@windmill-user-api/sandbox/node'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { docsInChromium } from './docs-in-chromium.ts'
import { serveBelow, serveDocsAndApi } from './serve-docs-and-api.ts'

const docs = docsInChromium(serveDocsAndApi)

interface Opened {
  readonly page: Page
  /** What was asked for, as `POST http://localhost:8000/api/auth/login`. */
  readonly requests: string[]
  /** What the policy refused, and what the page complained of. */
  readonly complaints: string[]
}

const collectViolations = `addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  console.error('refused', violatedDirective, blockedURI))`

async function open(address: string): Promise<Opened> {
  const page = await (await docs.browser.newContext()).newPage()
  const opened: Opened = { page, requests: [], complaints: [] }
  page.context().on('request', (request) => opened.requests.push(`${request.method()} ${request.url()}`))
  page.on('console', (message) => message.type() === 'error' && opened.complaints.push(message.text()))
  page.on('pageerror', (error) => opened.complaints.push(error.message))
  await page.addInitScript(collectViolations)
  await visit(page, address)
  return opened
}

/** Opens a page, and its form. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByText('Send this request').click()
  await page.waitForSelector('send-request [type=submit]:not([disabled])')
}

/** Sends, and tells the status that a screen reader hears. */
async function send(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.waitForSelector('send-request [type=submit]:not([disabled])', { timeout: 60_000 })
  return (await page.locator('send-request [role=status]').textContent()) ?? ''
}

/** What a page leaves in the browser, beside databases. */
const keptBy = (page: Page) =>
  page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])')

const responseBody = (page: Page) => page.getByRole('region', { name: 'Response body' }).textContent()

describe('behind the docs there is a sandbox', () => {
  const address = (operation: string) => `${docs.served.url}/reference/${operation}/`

  test('the sample of an operation is sent as it stands, by who may', async () => {
    const { page, complaints } = await open(address('listUsers'))
    expect(await page.getByLabel('Caller').locator('option:checked').textContent()).toBe(
      'Ada, a member of demo',
    )

    expect(await send(page)).toMatch(/^200 OK in \d+ ms$/)
    expect(JSON.parse((await responseBody(page)) ?? '')).toContainEqual(
      expect.objectContaining({ username: 'grace' }),
    )
    expect(await page.getByText(/^\d+ headers$/).count()).toBe(1)
    expect(complaints).toEqual([])
  })

  test('another caller, and another value, get the response that they get anywhere', async () => {
    const { page } = await open(address('whois'))
    await page.getByLabel('Caller').selectOption('Katherine, a user without a workspace')
    expect(await send(page)).toMatch(/^403 /)
    await page.getByLabel('Caller').selectOption('nobody, without a token')
    expect(await send(page)).toMatch(/^401 /)
    await page.getByLabel('Caller').selectOption('Grace, an admin of demo')
    await page.getByLabel('username in path').fill('nobody')
    expect(await send(page)).toMatch(/^404 /)
  })

  test('what a page writes is there for the next, until it is reset', async () => {
    const { page } = await open(address('createUserGlobally'))
    expect(await send(page)).toMatch(/^201 /)
    await visit(page, address('listUsersAsSuperAdmin'))
    await send(page)
    expect(await responseBody(page)).toContain('alan@example.com')

    await page.getByRole('button', { name: 'Reset the sandbox' }).click()
    await page.getByText('begins again').waitFor()
    await send(page)
    expect(await responseBody(page)).not.toContain('alan@example.com')
  })

  test('the log shows the calls of all pages, with code that names no token', async () => {
    const { page } = await open(address('globalWhoami'))
    await send(page)
    await visit(page, address('createToken'))
    await send(page)

    const log = page.locator('.send-log')
    expect(await log.locator('summary').allTextContents()).toEqual([
      expect.stringMatching(/^POST \/users\/tokens\/create as Ada, a member of demo: 201 /),
      expect.stringMatching(/^GET \/users\/whoami as Ada, a member of demo: 200 /),
    ])
    await log.locator('summary').first().click()
    expect(await page.getByRole('region', { name: 'curl' }).first().textContent()).toContain(
      `--header "Authorization: Bearer $WINDMILL_TOKEN"`,
    )
    expect(await page.getByRole('region', { name: 'TypeScript client' }).first().textContent()).toBe(
      'await api.createToken({ body: { label: "ci", expiration: "2027-01-01T00:00:00Z" } })',
    )
  })

  test('tokens are in memory alone', async () => {
    const { page } = await open(address('createToken'))
    await send(page)
    const token = (await responseBody(page)) ?? ''
    const kept = await keptBy(page)
    expect(token).toMatch(/^\w{30,}$/)
    expect(kept).toContain('WINDMILL_TOKEN')
    expect(kept).not.toContain(token)
    expect(kept).not.toMatch(/Bearer \w/)
  })

  test('a keyboard is enough', async () => {
    const page = await (await docs.browser.newContext()).newPage()
    await page.goto(address('getCurrentEmail'))
    await page.getByText('Send this request').focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('send-request [type=submit]:not([disabled])')
    for (const name of ['server', 'account', '']) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.name')).toBe(name)
    }
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Response body' }).waitFor()
    expect(await responseBody(page)).toBe('ada@example.com')
  })
})

describe('a reader may name a server of theirs', () => {
  const token = 'Qm3vK9xTzLr8WfYb2HnCd5PsGj7AeUkX'

  async function sendTo(allowOrigins: readonly string[]): Promise<Opened & { readonly said: string }> {
    const sandbox = await createSandbox({ seed: exampleWorld, allowOrigins })
    const server = await serve(sandbox)
    const opened = await open(`${docs.served.url}/reference/getCurrentEmail/`)
    await opened.page.getByLabel('Server').selectOption('a server of mine')
    await opened.page.locator('send-request').getByLabel('Base URL').fill(`${server.url}/api`)
    await opened.page.getByRole('textbox', { name: 'Token' }).fill(token)
    const said = await send(opened.page)
    await server.close()
    await sandbox.close()
    return { ...opened, said }
  }

  test('which answers, and leaves no trace in the browser', async () => {
    const { page, said, complaints } = await sendTo([docs.served.url])
    expect(said).toMatch(/^200 OK/)
    expect(await responseBody(page)).toBe('ada@example.com')
    expect(await keptBy(page)).not.toMatch(new RegExp(`${token}|users/email`))
    expect(complaints).toEqual([])
  })

  test('and is told what to do where the server does not allow it', async () => {
    const { said, complaints } = await sendTo([])
    expect(said).toContain(`allows requests from ${docs.served.url} (CORS)`)
    expect(complaints.filter((complaint) => complaint.startsWith('refused'))).toEqual([])
  })
})

test('without JavaScript there is no form', async () => {
  const context = await docs.browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${docs.served.url}/reference/whois/`)
  expect(await page.getByText('Send this request').isVisible()).toBe(false)
})

describe('on a host of files, below a path', () => {
  test('the page runs a sandbox of its own, says how large it is, and nothing leaves the browser', async ({
    annotate,
  }) => {
    await using below = await serveBelow('/docs/v1')
    const { page, requests, complaints } = await open(`${below.url}/reference/createUserGlobally/`)
    const [, size = ''] = /downloads it: ([\d.]+) MB/.exec((await page.textContent('.send-note')) ?? '') ?? []
    expect(Number(size)).toBeLessThan(6)
    expect(requests.filter((request) => request.includes('browser-sandbox'))).toEqual([])

    expect(await send(page)).toMatch(/^201 /)
    expect(requests.filter((request) => !request.startsWith(`GET ${below.url}/`))).toEqual([])
    expect(requests.join()).toContain('browser-sandbox/worker/engine.bin')

    await visit(page, `${below.url}/reference/listUsersAsSuperAdmin/`)
    expect(await send(page)).toMatch(/^200 /)
    expect(await responseBody(page)).toContain('alan@example.com')
    await page.getByRole('button', { name: 'Reset the sandbox' }).click()
    await page.getByText('begins again').waitFor()
    await send(page)
    expect(await responseBody(page)).not.toContain('alan@example.com')
    expect(complaints).toEqual([])
    await annotate(`a page downloads a sandbox of ${size} MB at the first request`, 'figure')
  })
})
