import { defineNetworkFixture, type NetworkFixture } from '@msw/playwright'
import { test as base, expect } from '@playwright/test'
import { createHandlers } from '@windmill-user-api/msw'
import { fixtures } from '@windmill-user-api/msw/fixtures'
import { HttpResponse, http } from 'msw'

const handlers = createHandlers({ baseUrl: '/api' })

const test = base.extend<{ network: NetworkFixture }>({
  network: [
    async ({ context }, use) => {
      const network = defineNetworkFixture({ context, handlers: handlers() })
      await network.enable()
      await use(network)
      await network.disable()
    },
    { auto: true },
  ],
})

test('shows a member', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByText(fixtures.whois[200].email)).toBeVisible()
})

test('shows an admin', async ({ page, network }) => {
  network.use(handlers.whois(200, { body: { is_admin: true } }))
  await page.goto('/')
  await expect(page.getByText('ada@example.com, admin')).toBeVisible()
})

test('says that nobody has the name', async ({ page, network }) => {
  network.use(handlers.whois(404, { params: { username: 'nobody' } }))
  await page.goto('/?username=nobody')
  await expect(page.getByText('Failed: 404')).toBeVisible()
  await page.goto('/?username=ada')
  await expect(page.getByText('ada@example.com')).toBeVisible()
})

test('gets a response of another handler, and the rest from the mocks', async ({ page, network }) => {
  const gone = () => HttpResponse.text('Gone', { status: 410 })
  network.use(http.get('*/api/w/demo/users/whois/nobody', gone))
  await page.goto('/?username=nobody')
  await expect(page.getByText('Failed: 410')).toBeVisible()
  await page.goto('/?username=ada')
  await expect(page.getByText('ada@example.com')).toBeVisible()
})

test('says that the network failed', async ({ page, network }) => {
  network.use(handlers.whois.resolve(() => HttpResponse.error()))
  await page.goto('/')
  await expect(page.getByText('Failed: network')).toBeVisible()
})
