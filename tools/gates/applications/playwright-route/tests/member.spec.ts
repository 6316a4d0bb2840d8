import { test as base, expect } from '@playwright/test'
import { createHandlers } from '@windmill-user-api/msw'
import { fixtures } from '@windmill-user-api/msw/fixtures'
import { HttpResponse, http } from 'msw'
import { mockRoutes } from './mock-routes.ts'

const handlers = createHandlers({ baseUrl: '/api' })

const test = base.extend<{ mocks: Awaited<ReturnType<typeof mockRoutes>> }>({
  mocks: [
    async ({ context, baseURL }, use) => use(await mockRoutes(context, baseURL, handlers())),
    { auto: true },
  ],
})

test('shows a member', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByText(fixtures.whois[200].email)).toBeVisible()
})

test('says that nobody has the name', async ({ page, mocks }) => {
  mocks.use(handlers.whois(404, { params: { username: 'nobody' } }))
  await page.goto('/?username=nobody')
  await expect(page.getByText('Failed: 404')).toBeVisible()
  await page.goto('/?username=ada')
  await expect(page.getByText('ada@example.com')).toBeVisible()
})

test('says that the network failed', async ({ page, mocks }) => {
  mocks.use(handlers.whois.resolve(() => HttpResponse.error()))
  await page.goto('/')
  await expect(page.getByText('Failed: network')).toBeVisible()
})

test('gets a response of another handler, and the rest from the mocks', async ({ page, mocks }) => {
  const gone = () => HttpResponse.text('Gone', { status: 410 })
  mocks.use(http.get('*/api/w/demo/users/whois/nobody', gone))
  await page.goto('/?username=nobody')
  await expect(page.getByText('Failed: 410')).toBeVisible()
  await page.goto('/?username=ada')
  await expect(page.getByText('ada@example.com')).toBeVisible()
})
