import type { BrowserSandboxFiles, ServedSandbox } from '../settings.ts'
import type { BuiltCall } from './build-call.ts'

/** Where requests go. */
export interface Target {
  readonly baseUrl: string
  /** What curl takes as the base URL. */
  readonly shellBaseUrl: string
  /** Whether nothing has to be loaded before the next request. */
  isReady(): boolean
  send(call: BuiltCall): Promise<Response>
  /** Begins again; left out where nobody may. */
  reset?(): Promise<void>
}

/** The sandbox behind the site. */
export function servedTarget({ baseUrl, reset }: ServedSandbox, root: URL): Target {
  const own = ownTarget(new URL(baseUrl, root).href)
  if (reset === undefined) return own
  const again = async () => {
    const { ok, status } = await fetch(new URL(reset, root), { method: 'POST' })
    if (!ok) throw new Error(`the server returned ${status}`)
  }
  return { ...own, reset: again }
}

/** A server that allows requests of this page. Neither cookies nor what a browser has kept count. */
export function ownTarget(baseUrl: string): Target {
  const settings = { credentials: 'omit', cache: 'no-store' } as const
  return {
    baseUrl,
    shellBaseUrl: baseUrl,
    isReady: () => true,
    send: ({ url, method, headers, body }) =>
      fetch(url, { ...settings, method, headers, ...(body !== undefined && { body }) }),
  }
}

/** What is used of `@windmill-user-api/sandbox/worker`, whose files lie beside the site. */
interface SandboxModule {
  createBrowserSandbox(options: object): Promise<BrowserSandbox>
}

interface BrowserSandbox {
  readonly url: string
  fetch(url: string, init: RequestInit): Promise<Response>
  reset(): Promise<void>
}

/** Where `npx @windmill-user-api/sandbox` would be: a shell does not reach the sandbox of a page. */
const commandBaseUrl = 'http://localhost:8000/api'

/** A sandbox in a worker of this page. It is loaded for the first request, and its state stays in this browser. */
export function browserTarget(
  files: BrowserSandboxFiles,
  root: URL,
  onProgress: (loaded: number) => void,
): Target {
  let starting: Promise<BrowserSandbox> | undefined
  const start = () => {
    starting ??= startSandbox(files, root, onProgress).catch((error: unknown) => {
      // so that the next request tries again
      starting = undefined
      throw error
    })
    return starting
  }
  return {
    baseUrl: `${location.origin}/api`,
    shellBaseUrl: commandBaseUrl,
    isReady: () => starting !== undefined,
    async send({ url, method, headers, body }) {
      const sandbox = await start()
      return sandbox.fetch(url, { method, headers, ...(body !== undefined && { body }) })
    },
    async reset() {
      await (await start()).reset()
    },
  }
}

async function startSandbox(
  { module, worker, seed }: BrowserSandboxFiles,
  root: URL,
  onProgress: (loaded: number) => void,
): Promise<BrowserSandbox> {
  const { createBrowserSandbox }: SandboxModule = await import(/* @vite-ignore */ new URL(module, root).href)
  return createBrowserSandbox({
    worker: new URL(worker, root).href,
    persist: 'windmill-user-docs',
    seed,
    onProgress,
  })
}
