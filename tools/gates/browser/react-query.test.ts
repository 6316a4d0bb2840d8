import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../../src/browser/launch-chromium.ts'
import { type ServedApp, serveApp } from './react-query/serve-app.ts'

const admin = { email: 'admin@windmill.dev', password: 'changeme' }
const ada = { email: 'ada@example.com', password: 'analytical-engine' }

let app: ServedApp
let browser: Browser
let page: Page
let complaints: string[]

beforeAll(async () => {
  app = await serveApp()
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  await app[Symbol.asyncDispose]()
})

beforeEach(async () => {
  const context = await browser.newContext()
  page = await context.newPage()
  complaints = []
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(app.url)
})

async function logIn({ email, password }: typeof admin): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Log in' }).click()
}

async function add(email: string, username: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Members of demo' })
  await form.getByLabel('E-mail').fill(email)
  await form.getByLabel('Username').fill(username)
  await form.getByRole('button', { name: 'Add' }).click()
}

const itemsOf = (list: 'form' | 'region') => page.getByRole(list).locator('li')

test('a wrong password shows the error that its status narrows to', async () => {
  await logIn({ ...ada, password: 'difference-engine' })

  expect(await page.getByRole('alert').textContent()).toBe('E-mail or password is wrong.')
  expect(complaints).toEqual([])
})

test('a login shows who it is, the members and the first page of accounts', async () => {
  await logIn(admin)
  await page.getByRole('heading', { name: admin.email }).waitFor()
  await itemsOf('form').first().waitFor()
  await itemsOf('region').first().waitFor()

  expect(await itemsOf('form').allTextContents()).toEqual(expect.arrayContaining(['ada', 'grace']))
  expect(await itemsOf('region').allTextContents()).toEqual([ada.email, admin.email])
})

test('the next pages of accounts load until the last one', async () => {
  await logIn(admin)
  const more = page.getByRole('button', { name: 'More' })
  await itemsOf('region').nth(1).waitFor()
  await more.click()
  await itemsOf('region').nth(3).waitFor()
  expect(await itemsOf('region').allTextContents()).toEqual([
    ada.email,
    admin.email,
    'grace@example.com',
    'katherine@example.com',
  ])
})

test('a member that is added is in the list, which is read again by itself', async () => {
  await logIn(admin)
  await itemsOf('form').first().waitFor()

  await add('katherine@example.com', 'katherine')

  await page
    .getByRole('listitem')
    .filter({ hasText: /^katherine$/ })
    .waitFor()
  expect(complaints).toEqual([])
})

test('a member that is refused shows what the server said, and the list stays', async () => {
  await logIn(admin)
  await itemsOf('form').first().waitFor()
  const before = await itemsOf('form').allTextContents()

  await add('alan@example.com', 'ada')

  expect(await page.getByRole('alert').textContent()).toMatch(/^Bad request: .*ada/)
  expect(await itemsOf('form').allTextContents()).toEqual(before)
})

test('a query that the role forbids shows the error of its own status', async () => {
  await logIn(ada)
  await page.getByText('The accounts are for super admins.').waitFor()
})
