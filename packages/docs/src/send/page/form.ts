import type { PageRequest } from '../page-request.ts'
import { buildCall, type Call } from './build-call.ts'
import { clientCodeOf, curlOf } from './call-code.ts'
import { type CallLog, createCallLog } from './call-log.ts'
import { element } from './elements.ts'
import { type Places, placesIn } from './places.ts'
import { baseUrlIn, openServer, type SendServer } from './server.ts'
import { showResponse, statusOf } from './show-response.ts'
import { createTokens, type Tokens } from './tokens.ts'

/** What sending needs beside the fields. */
interface Sending {
  readonly request: PageRequest
  readonly places: Places
  readonly server: SendServer
  readonly tokens: Tokens
  readonly log: CallLog
}

const login = 'The page logs in with a password of the documentation and keeps the token in memory.'

/** Makes the form of an operation's page work. */
export async function openForm(root: HTMLElement): Promise<void> {
  const places = placesIn(root)
  const request: PageRequest = JSON.parse(root.dataset['request'] ?? '')
  const server = await openServer(root, places, login)
  if (!server) return
  const sending: Sending = {
    request,
    places,
    server,
    tokens: createTokens(server.sandbox),
    log: createCallLog(places.log),
  }
  offerAccounts(sending)
  connect(sending)
  places.send.disabled = false
}

/** The first with the role that the operation asks for: a member is a user, too. */
function offerAccounts({ places: { account }, server, request: { role } }: Sending): void {
  const wanted = role === 'user' ? 'member' : role
  const options = server.settings.accounts.map(({ label, role: own }, index) => {
    const option = element('option', { value: String(index) }, label)
    option.selected = own === wanted
    return option
  })
  account?.replaceChildren(...options, element('option', { value: '' }, 'nobody, without a token'))
}

function connect(sending: Sending): void {
  const { places, server } = sending
  places.form.addEventListener('submit', (event) => {
    event.preventDefault()
    const isReady = server.isOwn() || server.sandbox.isReady()
    void server.during(isReady ? 'Sending …' : 'Starting the sandbox in this browser …', () =>
      sendCall(sending),
    )
  })
  places.reset.addEventListener('click', () => {
    void server.during('Resetting …', () => reset(sending))
  })
}

async function sendCall(sending: Sending): Promise<string> {
  const { request, places, server, log } = sending
  const isOwn = server.isOwn()
  const { token, caller, forget } = await callerOf(sending, isOwn)
  const call: Call = {
    request,
    values: places.parameters.map(({ value }) => value),
    body: places.body?.value,
  }
  const received = await server.send((baseUrl) => buildCall(call, baseUrl, token))
  if (received.response.status === 401) forget()
  showResponse(places.response, received)
  log.add(
    {
      title: `${request.method} ${buildCall(call, '').url.replace(/\?.*/, '')}${caller}: ${statusOf(received)}`,
      curl: curlOf(call, isOwn ? baseUrlIn(places) : server.sandbox.shellBaseUrl, token !== undefined),
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

async function callerOf({ places, server, tokens }: Sending, isOwn: boolean): Promise<Caller> {
  const nothing = () => undefined
  if (isOwn) return { token: places.token?.value.trim() || undefined, caller: '', forget: nothing }
  const account = server.settings.accounts[Number(places.account?.value || Number.NaN)]
  if (!account) return { token: undefined, caller: '', forget: nothing }
  return {
    token: await tokens.of(account),
    caller: ` as ${account.label}`,
    forget: () => tokens.forget(account),
  }
}

async function reset({ places, server, tokens, log }: Sending): Promise<string> {
  await server.sandbox.reset?.()
  tokens.forget()
  log.clear()
  places.response.hidden = true
  return 'The sandbox begins again with the people of the documentation.'
}
