import { aFunction, anything, aSwitch, aText, basePathRule } from '../configuration/option-rules.ts'
import { type OptionRule, refuseWrongOptions } from '../configuration/refuse-wrong-options.ts'
import type { Seed } from '../seed/world.ts'
import {
  type LoadedPart,
  type NumberedOutcome,
  type NumberedTask,
  packRequest,
  type SentResponse,
  type Task,
  unpackResponse,
} from './messages.ts'

/** How the sandbox of a page is to be. */
export interface BrowserSandboxOptions {
  /** What it begins with, unless the browser has kept accounts already. Default: `initialWorld`. */
  readonly seed?: Seed
  /**
   * The name under which the browser keeps what is written, in IndexedDB, so that it survives a reload. Tabs of one origin that give
   * the same name share one state. Default: memory.
   */
  readonly persist?: string
  /** What stands before every path of the document. Default: `/api`. */
  readonly basePath?: string
  /** Whether an answer that deviates from the document is turned into a 500 that says how. Default: false. */
  readonly checkResponses?: boolean
  /**
   * The URL of `dist/worker/thread.js` of this package, if the page does not find it beside this module. It has to be of the page's
   * origin, with the other files of that folder beside it. Default: beside this module, where bundlers find it by themselves.
   */
  readonly worker?: string | URL
  /** Told how many bytes of the worker's files have been loaded, to show progress at the first start. Default: nobody. */
  readonly onProgress?: (loaded: number) => void
}

const rules: Readonly<Record<keyof BrowserSandboxOptions, OptionRule>> = {
  seed: anything,
  persist: aText('demo'),
  basePath: basePathRule,
  checkResponses: aSwitch,
  worker: {
    accepts: (value) => URL.canParse(`${value}`, location.href),
    expected: "a URL, such as '/sandbox/thread.js'",
  },
  onProgress: aFunction('(loaded) => { progress.value = loaded }'),
}

/** A sandbox in a worker of the page. */
export interface BrowserSandbox {
  /** Answers a request as the server would. Takes what the global `fetch` takes. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>
  /** What a client takes as its base URL, beside `fetch`: `/api` at the origin of the page. */
  readonly url: string
  /** Forgets everything that was written, and begins with the seed again. */
  reset(): Promise<void>
  /** Waits for the requests that it is answering, then ends the worker. */
  close(): Promise<void>
}

/**
 * Starts a sandbox in a worker, so that the page stays responsive. The first start downloads about 5 MB, which the browser keeps.
 *
 * @throws Error where the worker cannot be loaded, or an option is wrong.
 * @example
 * ```ts
 * const sandbox = await createBrowserSandbox({ persist: 'demo' })
 * const api = createUserApi({ baseUrl: sandbox.url, fetch: sandbox.fetch, auth: { kind: 'none' } })
 * const token = await api.login({ body: { email: 'admin@windmill.dev', password: 'changeme' } })
 * ```
 */
export async function createBrowserSandbox(options: BrowserSandboxOptions = {}): Promise<BrowserSandbox> {
  refuseWrongOptions('createBrowserSandbox', options, rules)
  const { worker: place, basePath = '/api', onProgress, ...others } = options
  // Bundlers recognize this expression as it stands, and bundle the worker.
  const worker = place
    ? new Worker(place, { type: 'module' })
    : new Worker(new URL('./thread.js', import.meta.url), { type: 'module' })
  const { run, end } = talkTo(worker, onProgress)
  const publicUrl = location.origin
  try {
    await run({ kind: 'start', options: { ...others, basePath, publicUrl } })
  } catch (error) {
    end()
    throw error
  }
  return {
    url: new URL(basePath, publicUrl).href.replace(/\/$/, ''),
    async fetch(input, init) {
      const request = new Request(input, init)
      request.signal.throwIfAborted()
      const task = packRequest(request).then((sent) => run({ kind: 'fetch', request: sent }))
      return unpackResponse(await unlessAborted(request.signal, task))
    },
    async reset() {
      await run({ kind: 'reset' })
    },
    async close() {
      await run({ kind: 'close' }).finally(end)
    },
  }
}

interface Talk {
  /** Rejects where the task fails, or the worker has ended. */
  run(task: Task): Promise<SentResponse>
  end(): void
}

interface Waiting {
  resolve(response: SentResponse): void
  reject(error: Error): void
}

const noResponse: SentResponse = { status: 204, headers: [], body: undefined }

function talkTo(worker: Worker, onProgress: BrowserSandboxOptions['onProgress']): Talk {
  const waiting = new Map<number, Waiting>()
  let count = 0
  let loaded = 0
  let isOver: Error | undefined

  function endWith(error: Error) {
    isOver ??= error
    worker.terminate()
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  worker.addEventListener('message', ({ data }: MessageEvent<NumberedOutcome | LoadedPart>) => {
    if ('loaded' in data) {
      loaded += data.loaded
      onProgress?.(loaded)
      return
    }
    const { id, outcome } = data
    const caller = waiting.get(id)
    waiting.delete(id)
    if (outcome.kind === 'failed') return caller?.reject(new Error(outcome.message))
    caller?.resolve(outcome.response ?? noResponse)
  })
  worker.addEventListener('error', ({ message }) => endWith(new Error(explainWorker(message))))
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        if (isOver) return reject(isOver)
        const numbered: NumberedTask = { id: ++count, task }
        waiting.set(numbered.id, { resolve, reject })
        worker.postMessage(numbered)
      }),
    end: () => endWith(new Error('The sandbox is closed. Make a new one with createBrowserSandbox().')),
  }
}

/** A browser says nothing of a worker that it cannot load. */
function explainWorker(message: string | undefined): string {
  if (message) return `The worker of the sandbox failed: ${message}`
  return (
    'The worker of the sandbox cannot be loaded. Expected thread.js and the files beside it at the origin of this page, and a content ' +
    "security policy that allows them: script-src 'self' 'wasm-unsafe-eval'. Elsewhere, give their place: { worker: '/sandbox/thread.js' }."
  )
}

/** As `fetch` does: the caller stops waiting, and the sandbox may have acted. */
function unlessAborted<Result>(signal: AbortSignal, task: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    task.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
