import { type SendSettings, settingsFile } from '../settings.ts'
import type { BuiltCall } from './build-call.ts'
import type { Received } from './show-response.ts'
import { browserTarget, ownTarget, servedTarget, type Target } from './targets.ts'

/** The parts of a form that say where requests go, and how they went. */
export interface ServerPlaces {
  readonly form: HTMLFormElement
  readonly server: HTMLSelectElement
  readonly baseUrl: HTMLInputElement
  readonly note: HTMLElement
  readonly send: HTMLButtonElement
  readonly reset: HTMLButtonElement
  readonly progress: HTMLProgressElement
  readonly status: HTMLElement
}

/** Where requests go, as the reader has chosen it. */
export interface SendServer {
  readonly settings: SendSettings
  /** The sandbox of the site or of the page. */
  readonly sandbox: Target
  /** Whether the reader has named a server. */
  isOwn(): boolean
  send(call: (baseUrl: string) => BuiltCall): Promise<Received>
  /** Work that a reader waits for: what is said when it begins, and when it fails. */
  during(beginning: string, work: () => Promise<string>): Promise<void>
}

export function serverPlacesIn(root: HTMLElement): ServerPlaces {
  const find = finderIn(root)
  return {
    form: find('form'),
    server: find('[name=server]'),
    baseUrl: find('[name=baseUrl]'),
    note: find('#send-note'),
    send: find('[type=submit]'),
    reset: find('[data-reset]'),
    progress: find('progress'),
    status: find('[role=status]'),
  }
}

export function finderIn(root: HTMLElement) {
  return <Found extends Element>(selector: string): Found => {
    const found = root.querySelector<Found>(selector)
    if (!found) throw new Error(`the form has no ${selector}`)
    return found
  }
}

/**
 * Reads where requests go, and lets the reader choose. Undefined where there is nothing to send to, which the page then says.
 *
 * @param login - Who logs in to the sandbox, as a sentence for the reader.
 */
export async function openServer(
  root: HTMLElement,
  places: ServerPlaces,
  login: string,
): Promise<SendServer | undefined> {
  const site = new URL(root.dataset['root'] ?? '/', location.href)
  const response = await fetch(new URL(settingsFile, site))
  if (!response.ok) {
    places.status.textContent = `Requests cannot be sent from here: ${response.url} returned ${response.status}.`
    return undefined
  }
  const settings: SendSettings = await response.json()
  const sandbox = targetOf(settings, site, places)
  const isOwn = () => places.server.value === 'own'
  const show = () => {
    for (const field of places.form.querySelectorAll<HTMLElement>('[data-for]'))
      field.hidden = (field.dataset['for'] === 'own') !== isOwn()
    places.baseUrl.required = isOwn()
    places.reset.hidden = isOwn() || !sandbox.reset
    places.note.textContent = isOwn() ? noteOfOwn : `${noteOf(settings, sandbox)} ${login}`
  }
  show()
  places.server.addEventListener('change', show)
  return {
    settings,
    sandbox,
    isOwn,
    send: (call) => sendTo(isOwn() ? ownTarget(baseUrlIn(places)) : sandbox, call, isOwn()),
    during: (beginning, work) => during(places, beginning, work),
  }
}

/** As the reader has written it, without a slash at its end. */
export function baseUrlIn({ baseUrl }: ServerPlaces): string {
  return baseUrl.value.trim().replace(/\/$/, '')
}

function targetOf({ sandbox }: SendSettings, site: URL, { progress }: ServerPlaces): Target {
  if (sandbox.kind === 'server') return servedTarget(sandbox, site)
  progress.max = sandbox.progressBytes
  return browserTarget(sandbox, site, (loaded) => {
    progress.hidden = loaded >= sandbox.progressBytes
    progress.value = loaded
  })
}

const noteOfOwn =
  'The server has to allow requests from this page (CORS). Base URL and tokens stay in the memory of this page and are gone when you leave it.'

function noteOf({ sandbox: { kind, ...files } }: SendSettings, { baseUrl }: Target): string {
  if (kind === 'server') return `Sends to the sandbox at ${baseUrl}.`
  const size = 'downloadBytes' in files ? `${(files.downloadBytes / 1e6).toFixed(1)} MB` : ''
  return `Runs a sandbox in this browser. The first request downloads it: ${size}. Nothing that you send leaves the browser.`
}

async function sendTo(
  target: Target,
  call: (baseUrl: string) => BuiltCall,
  isOwn: boolean,
): Promise<Received> {
  const began = performance.now()
  const response = await target.send(call(target.baseUrl)).catch((error: unknown) => {
    throw new Error(isOwn ? explainNoResponse(target) : `No response: ${String(error)}`, { cause: error })
  })
  return { response, text: await response.text(), milliseconds: performance.now() - began }
}

function explainNoResponse({ baseUrl }: Target): string {
  return (
    `No response from ${baseUrl}. Check that the server is running, and that it allows requests from ${location.origin} (CORS), ` +
    `with the headers Authorization and Content-Type. For a sandbox: --allow-origin ${location.origin}`
  )
}

async function during(places: ServerPlaces, beginning: string, work: () => Promise<string>): Promise<void> {
  const { form, status, progress } = places
  const buttons = [...form.querySelectorAll('button')]
  for (const button of buttons) button.disabled = true
  status.textContent = beginning
  try {
    status.textContent = await work()
  } catch (error) {
    status.textContent = error instanceof Error ? error.message : String(error)
  } finally {
    for (const button of buttons) button.disabled = false
    progress.hidden = true
  }
}
