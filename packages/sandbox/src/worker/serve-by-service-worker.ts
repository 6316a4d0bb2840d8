import { aText } from '../configuration/option-rules.ts'
import { type OptionRule, refuseWrongOptions } from '../configuration/refuse-wrong-options.ts'
import type { BrowserSandbox } from './create-browser-sandbox.ts'
import { packResponse, unpackRequest } from './messages.ts'
import type { PageMessage, PageReply } from './service-worker-messages.ts'

/** How a service worker hands requests to a sandbox. */
export interface ServiceWorkerOptions {
  /**
   * Where the page's own server has `service-worker.js` of this package: copy it there. A service worker sees the paths below its
   * own. Default: `/sandbox-service-worker.js`.
   */
  readonly script?: string
}

const rules: Readonly<Record<keyof ServiceWorkerOptions, OptionRule>> = {
  script: aText('/sandbox-service-worker.js'),
}

/**
 * Serves a sandbox at its path of the page's origin: `fetch('/api/users/whoami')`, an `<img>`, a form, and other libraries reach it
 * without knowing of it.
 *
 * @returns A function that ends it. The service worker stays, and lets requests pass to the server.
 * @throws Error where the script is not there, or the browser has no service workers: they need HTTPS or `localhost`.
 * @example
 * ```ts
 * const sandbox = await createBrowserSandbox()
 * const stop = await serveByServiceWorker(sandbox)
 * const response = await fetch('/api/auth/login', { method: 'POST', ... })
 * ```
 */
export async function serveByServiceWorker(
  sandbox: Pick<BrowserSandbox, 'fetch' | 'url'>,
  options: ServiceWorkerOptions = {},
): Promise<() => void> {
  refuseWrongOptions('serveByServiceWorker', options, rules)
  const { script = '/sandbox-service-worker.js' } = options
  const { serviceWorker } = navigator
  if (!serviceWorker)
    throw new Error('This page can have no service worker. Open it over HTTPS, or at localhost.')
  const path = new URL(sandbox.url).pathname
  const listen = ({ data, ports: [port] }: MessageEvent<PageMessage>) => {
    if (data.path !== path || !port) return
    const reply = (message: PageReply) => port.postMessage(message)
    if (data.kind === 'serves') return reply({ kind: 'serves' })
    sandbox
      .fetch(unpackRequest(data.request))
      .then(packResponse)
      .then(
        (response) => reply({ kind: 'response', response }),
        (error: Error) => reply({ kind: 'failed', message: error.message }),
      )
  }
  serviceWorker.addEventListener('message', listen)
  serviceWorker.startMessages()
  await register(serviceWorker, `${script}?path=${encodeURIComponent(path)}`)
  return () => serviceWorker.removeEventListener('message', listen)
}

async function register(serviceWorker: ServiceWorkerContainer, script: string): Promise<void> {
  await serviceWorker.register(script)
  const { active } = await serviceWorker.ready
  if (serviceWorker.controller) return
  const controlled = new Promise((resolve) =>
    serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
  )
  // A page that was reloaded past its service worker has none until that asks for it.
  active?.postMessage({ kind: 'claim' })
  await controlled
}
