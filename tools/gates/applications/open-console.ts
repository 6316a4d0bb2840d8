import type { Browser, Page } from 'playwright-core'

/** Who may add members to the workspace `demo`. */
const grace = { email: 'grace@example.com', password: 'nanoseconds-matter' }

/** One of these applications in a browser. They look alike: a login, then the members of a workspace and a form that adds one. */
export interface Console extends AsyncDisposable {
  logIn(): Promise<void>
  /** Adds Katherine, and resolves when the list shows her. */
  addMember(): Promise<void>
  /** The errors that the page has thrown or logged. */
  readonly complaints: readonly string[]
  /** The paths of the API that the browser has called. */
  readonly calls: readonly string[]
  /** The paths of the scripts that it has loaded. */
  readonly scripts: readonly string[]
}

/** Opens an application as a new visitor. */
export async function openConsole(browser: Browser, url: string): Promise<Console> {
  const context = await browser.newContext()
  // a development server compiles when it is asked
  context.setDefaultTimeout(120_000)
  const page = await context.newPage()
  const complaints: string[] = []
  const calls: string[] = []
  const scripts: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // a status that is no success is an answer, here
    const isStatus = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isStatus) complaints.push(message.text())
  })
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/')) calls.push(pathname)
    if (request.resourceType() === 'script') scripts.push(pathname)
  })
  await page.goto(url)
  return {
    logIn: () => logIn(page),
    addMember: () => addMember(page),
    complaints,
    calls,
    scripts,
    [Symbol.asyncDispose]: () => context.close(),
  }
}

async function logIn(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(grace.email)
  await page.getByLabel('Password').fill(grace.password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await page.getByRole('heading', { name: grace.email }).waitFor()
  await memberNamed(page, 'ada').waitFor()
}

async function addMember(page: Page): Promise<void> {
  if (await memberNamed(page, 'katherine').isVisible())
    throw new Error('Katherine is a member before she is added.')
  const form = page.getByRole('form', { name: 'Members of demo' })
  await form.getByLabel('E-mail').fill('katherine@example.com')
  await form.getByLabel('Username').fill('katherine')
  await form.getByRole('button', { name: 'Add' }).click()
  await memberNamed(page, 'katherine').waitFor()
}

const memberNamed = (page: Page, username: string) =>
  page.getByRole('form', { name: 'Members of demo' }).getByRole('listitem').filter({ hasText: username })
