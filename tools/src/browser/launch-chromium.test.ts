import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { launchChromium } from './launch-chromium.ts'

test('a page of this machine runs its script in a real Chromium', async () => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<h1></h1><script>document.querySelector("h1").textContent = navigator.userAgent</script>')
  }).listen(0)
  await using browser = await launchChromium()
  const page = await browser.newPage()
  // a server that listens on a port has an address of this form
  const { port } = server.address() as AddressInfo

  await page.goto(`http://localhost:${port}/`)

  expect(await page.textContent('h1')).toMatch(/Chrome\/\d+/)
  server.close()
})
