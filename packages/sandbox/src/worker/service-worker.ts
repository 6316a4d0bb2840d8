import { delay } from '../timers.ts'
import { packRequest, unpackResponse } from './messages.ts'
import type { PageMessage, PageReply } from './service-worker-messages.ts'

// A service worker that hands the requests below a path to a page that has a sandbox. Copied to where pages have their files.

/** A page of the origin. The types of browsers that TypeScript brings are those of a page, which has no service worker's. */
interface Page {
  readonly id: string
  postMessage(message: PageMessage, transfer: Transferable[]): void
}

interface Scope extends EventTarget {
  readonly clients: {
    claim(): Promise<void>
    get(id: string): Promise<Page | undefined>
    matchAll(options: { includeUncontrolled: boolean; type: 'window' }): Promise<readonly Page[]>
  }
  skipWaiting(): Promise<void>
}

interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface RequestEvent extends Event {
  readonly clientId: string
  readonly request: Request
  respondWith(response: Promise<Response>): void
}

// What a service worker has, in the words of the interfaces above.
const scope = globalThis as unknown as Scope

const path = new URL(location.href).searchParams.get('path') ?? '/api'

/** A page that says nothing for so long has no sandbox. */
const patience = 1_000

on<LifeEvent>('install', (event) => event.waitUntil(scope.skipWaiting()))
on<LifeEvent>('activate', (event) => event.waitUntil(scope.clients.claim()))
on<LifeEvent>('message', (event) => event.waitUntil(scope.clients.claim()))
on<RequestEvent>('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url)
  if (origin === location.origin && (pathname === path || pathname.startsWith(`${path}/`)))
    event.respondWith(answer(event))
})

function on<Kind extends Event>(name: string, listener: (event: Kind) => void): void {
  // Each event comes under its own name.
  scope.addEventListener(name, (event) => listener(event as Kind))
}

async function answer({ clientId, request }: RequestEvent): Promise<Response> {
  const page = await findServing(clientId)
  // No page has begun, or every one has ended it: the server is asked, as without a service worker.
  if (!page) return fetch(request)
  const reply = await ask(page, { kind: 'fetch', path, request: await packRequest(request) })
  if (reply.kind === 'response') return unpackResponse(reply.response)
  const reason = reply.kind === 'failed' ? reply.message : 'the page gave no response'
  return new Response(`Unavailable: ${reason}`, {
    status: 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}

/** The page that asks, if it has a sandbox, else another one. */
async function findServing(clientId: string): Promise<Page | undefined> {
  const pages = await scope.clients.matchAll({ includeUncontrolled: true, type: 'window' })
  const own = pages.find(({ id }) => id === clientId)
  const others = pages.filter(({ id }) => id !== clientId)
  if (own && (await serves(own))) return own
  const served = await Promise.all(others.map(serves))
  return others[served.indexOf(true)]
}

async function serves(page: Page): Promise<boolean> {
  const silence = delay(patience).then(() => undefined)
  return (await Promise.race([ask(page, { kind: 'serves', path }), silence])) !== undefined
}

function ask(page: Page, message: PageMessage): Promise<PageReply> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.addEventListener('message', ({ data }: MessageEvent<PageReply>) => {
      port1.close()
      resolve(data)
    })
    port1.start()
    page.postMessage(message, [port2])
  })
}
