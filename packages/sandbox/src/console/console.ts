import { type Context, Hono } from 'hono'
import type { Database } from '../database/schema.ts'
import { comesFromElsewhere } from '../http/same-origin.ts'
import type { Clock } from '../ports.ts'
import { readOverview } from '../store/overview.ts'
import { closedPage, consolePage } from './page.ts'
import type { RecentRequests } from './recent-requests.ts'
import { stylesheet } from './stylesheet.ts'

/** Where the page of a sandbox is. It stands beside the API, not below its base path. */
export const consolePath = '/sandbox'

/** What the console shows, and what it can do. */
export interface ConsolePorts {
  readonly database: Database
  readonly clock: Clock
  /** Where the API is. */
  readonly url: string
  readonly requests: RecentRequests
  reset(): Promise<void>
}

/** `GET /sandbox` and `POST /sandbox/reset`, for pages of the sandbox itself and for programs: no other site reaches them. */
export function createConsole({ url, ...ports }: ConsolePorts): Hono {
  const { origin } = new URL(url)
  const app = new Hono()
  app.use(async ({ req, text }, next) => {
    const isOpened = req.header('Sec-Fetch-Mode') === 'navigate' && req.method === 'GET'
    if (isOpened || !isForeign(req.raw, origin)) return next()
    return text(
      `Forbidden: requests from other sites are not allowed here. Open ${origin}${consolePath} directly`,
      403,
    )
  })
  app.get('/', async (context) => {
    const overview = await readOverview(ports.database)
    return htmlResponse(
      context,
      consolePage({ url, now: ports.clock(), overview, requests: ports.requests.list() }),
    )
  })
  app.post('/reset', async (context) => {
    await ports.reset()
    return isBrowser(context.req.raw) ? context.redirect(consolePath, 303) : context.body(null, 204)
  })
  return app
}

/** What a browser finds where the API begins: the console, or how to have one. Other programs find nothing there. */
export function createFrontDoor(url: string, hasConsole: boolean) {
  return async (context: Context, next: () => Promise<void>) => {
    if (!isBrowser(context.req.raw)) return next()
    if (hasConsole) return context.redirect(consolePath, 303)
    return htmlResponse(context, closedPage(url), 404)
  }
}

/** Browsers ask for pages by name (Fetch Standard, "document"). */
function isBrowser(request: Request): boolean {
  return request.headers.get('Accept')?.includes('text/html') ?? false
}

/** Stricter than for the API: another site is not to see what is there either. */
function isForeign(request: Request, origin: string): boolean {
  const site = request.headers.get('Sec-Fetch-Site')
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  return comesFromElsewhere(request, origin)
}

async function htmlResponse(
  context: Context,
  content: ReturnType<typeof consolePage>,
  status: 200 | 404 = 200,
) {
  context.header('Content-Security-Policy', await policy())
  return context.html(content, status)
}

/** The page has its one stylesheet, and sends its one form. */
async function policy(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(stylesheet))
  const style = btoa(String.fromCharCode(...new Uint8Array(digest)))
  return `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`
}
