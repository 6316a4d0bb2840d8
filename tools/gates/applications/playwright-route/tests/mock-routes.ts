import type { BrowserContext } from '@playwright/test'
import { getResponse, type HttpHandler } from 'msw'

/** Answers the requests of a browser with handlers of MSW, the last one first. What none of them answers goes on to the server. */
export async function mockRoutes(
  context: BrowserContext,
  baseURL: string | undefined,
  handlers: readonly HttpHandler[],
) {
  const current = [...handlers]
  await context.route('**/api/**', async (route) => {
    const sent = route.request()
    const request = new Request(sent.url(), {
      method: sent.method(),
      headers: await sent.allHeaders(),
      body: sent.postData(),
    })
    const response = await getResponse(current, request, { baseUrl: baseURL })
    if (!response) return route.fallback()
    if (response.type === 'error') return route.abort()
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  })
  return { use: (...added: HttpHandler[]) => void current.unshift(...added) }
}
