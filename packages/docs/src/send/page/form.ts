import type { PageRequest } from '../page-request.ts'
import { type SendAccount, type SendSettings, settingsFile } from '../settings.ts'
import { buildCall, type Call } from './build-call.ts'
import { clientCodeOf, curlOf } from './call-code.ts'
import { type CallLog, createCallLog } from './call-log.ts'
import { element } from './elements.ts'
import { type Places, placesIn } from './places.ts'
import { showResponse, statusOf } from './show-response.ts'
import { browserTarget, ownTarget, servedTarget, type Target } from './targets.ts'
import { createTokens, type Tokens } from './tokens.ts'

/** What sending needs beside the fields. */
interface Sending {
  readonly request: PageRequest
  readonly places: Places
  readonly accounts: readonly SendAccount[]
  /** The sandbox of the site or of the page. */
  readonly sandbox: Target
  readonly tokens: Tokens
  readonly log: CallLog
}

/** Makes the form of an operation's page work. */
export async function openForm(root: HTMLElement): Promise<void> {
  const places = placesIn(root)
  const site = new URL(root.dataset['root'] ?? '/', location.href)
  const request: PageRequest = JSON.parse(root.dataset['request'] ?? '')
  const response = await fetch(new URL(settingsFile, site))
  if (!response.ok) {
    tell(places, `Requests cannot be sent from here: ${response.url} returned ${response.status}.`)
    return
  }
  const settings: SendSettings = await response.json()
  const sandbox = targetOf(settings, site, places)
  const sending: Sending = {
    request,
    places,
    sandbox,
    accounts: settings.accounts,
    tokens: createTokens(sandbox),
    log: createCallLog(places.log),
  }
  offerAccounts(sending)
  connect(sending, settings)
  places.send.disabled = false
}

function targetOf({ sandbox }: SendSettings, site: URL, { progress }: Places): Target {
  if (sandbox.kind === 'server') return servedTarget(sandbox, site)
  progress.max = sandbox.progressBytes
  return browserTarget(sandbox, site, (loaded) => {
    progress.hidden = loaded >= sandbox.progressBytes
    progress.value = loaded
  })
}

/** The first with the role that the operation asks for: a member is a user, too. */
function offerAccounts({ places: { account }, accounts, request: { role } }: Sending): void {
  const wanted = role === 'user' ? 'member' : role
  const options = accounts.map(({ label, role: own }, index) => {
    const option = element('option', { value: String(index) }, label)
    option.selected = own === wanted
    return option
  })
  account?.replaceChildren(...options, element('option', { value: '' }, 'nobody, without a token'))
}

function connect(sending: Sending, settings: SendSettings): void {
  const { places, sandbox } = sending
  const show = () => {
    const isOwn = places.server.value === 'own'
    for (const field of places.form.querySelectorAll<HTMLElement>('[data-for]'))
      field.hidden = (field.dataset['for'] === 'own') !== isOwn
    places.baseUrl.required = isOwn
    places.reset.hidden = isOwn || !sandbox.reset
    places.note.textContent = isOwn ? noteOfOwn : noteOf(settings, sandbox)
  }
  show()
  places.server.addEventListener('change', show)
  places.form.addEventListener('submit', (event) => {
    event.preventDefault()
    const isReady = places.server.value === 'own' || sandbox.isReady()
    void during(places, isReady ? 'Sending …' : 'Starting the sandbox in this browser …', () =>
      sendCall(sending),
    )
  })
  places.reset.addEventListener('click', () => {
    void during(places, 'Resetting …', () => reset(sending))
  })
}

const noteOfOwn =
  'The server has to allow requests from this page (CORS). Base URL and token stay in the memory of this page and are gone when you leave it.'

function noteOf({ sandbox: { kind, ...files } }: SendSettings, { baseUrl }: Target): string {
  const login = 'The page logs in with a password of the documentation and keeps the token in memory.'
  if (kind === 'server') return `Sends to the sandbox at ${baseUrl}. ${login}`
  const size = 'downloadBytes' in files ? `${(files.downloadBytes / 1e6).toFixed(1)} MB` : ''
  return `Runs a sandbox in this browser. The first request downloads it: ${size}. Nothing that you send leaves the browser. ${login}`
}

/** Work that a reader waits for: what is said when it begins, and when it fails. */
async function during(places: Places, beginning: string, work: () => Promise<string>): Promise<void> {
  places.send.disabled = true
  places.reset.disabled = true
  tell(places, beginning)
  try {
    tell(places, await work())
  } catch (error) {
    tell(places, error instanceof Error ? error.message : String(error))
  } finally {
    places.send.disabled = false
    places.reset.disabled = false
    places.progress.hidden = true
  }
}

function tell({ status }: Places, text: string): void {
  status.textContent = text
}

async function sendCall(sending: Sending): Promise<string> {
  const { request, places, sandbox, log } = sending
  const isOwn = places.server.value === 'own'
  const target = isOwn ? ownTarget(places.baseUrl.value.trim().replace(/\/$/, '')) : sandbox
  const { token, caller, forget } = await callerOf(sending, isOwn)
  const call: Call = {
    request,
    values: places.parameters.map(({ value }) => value),
    body: places.body?.value,
  }
  const built = buildCall(call, target.baseUrl, token)
  const began = performance.now()
  const response = await target.send(built).catch((error: unknown) => {
    throw new Error(isOwn ? explainNoResponse(target) : `No response: ${String(error)}`, { cause: error })
  })
  const received = { response, text: await response.text(), milliseconds: performance.now() - began }
  if (response.status === 401) forget()
  showResponse(places.response, received)
  log.add(
    {
      title: `${request.method} ${new URL(built.url).pathname.replace(new URL(target.baseUrl).pathname, '')}${caller}: ${statusOf(received)}`,
      curl: curlOf(call, target.shellBaseUrl, token !== undefined),
      code: clientCodeOf(call),
    },
    !isOwn,
  )
  return statusOf(received)
}

interface Caller {
  readonly token: string | undefined
  /** ` as Ada, a member of demo`; nothing where no token is sent. */
  readonly caller: string
  /** What to do with a token that does not work. */
  forget(): void
}

async function callerOf({ places, accounts, tokens }: Sending, isOwn: boolean): Promise<Caller> {
  const nothing = () => undefined
  if (isOwn) return { token: places.token?.value.trim() || undefined, caller: '', forget: nothing }
  const account = accounts[Number(places.account?.value || Number.NaN)]
  if (!account) return { token: undefined, caller: '', forget: nothing }
  return {
    token: await tokens.of(account),
    caller: ` as ${account.label}`,
    forget: () => tokens.forget(account),
  }
}

function explainNoResponse({ baseUrl }: Target): string {
  return (
    `No response from ${baseUrl}. Check that the server is running, and that it allows requests from ${location.origin} (CORS), ` +
    `with the headers Authorization and Content-Type. For a sandbox: --allow-origin ${location.origin}`
  )
}

async function reset({ places, sandbox, tokens, log }: Sending): Promise<string> {
  await sandbox.reset?.()
  tokens.forget()
  log.clear()
  places.response.hidden = true
  return 'The sandbox begins again with the people of the documentation.'
}
