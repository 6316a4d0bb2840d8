import { textOf } from '../body.ts'
import { type Handler, type OpenCall, pathValue } from '../call.ts'
import { json, refusal, text } from '../reply.ts'
import { type Account, makeSecret, type State } from '../state.ts'
import { cookie, openSession } from './sessions.ts'

/** The one client, whose provider takes everybody for who they say they are. */
const client = 'sandbox'
const minutesOfFlow = 10

/** Where the provider is, below the base path. */
export const providerPath = '/oauth/provider/authorize'

export const listOauthLogins: Handler<OpenCall> = () => json([client])

export const startOauthLogin: Handler<OpenCall> = (call) => {
  requireClient(call)
  const state = makeSecret()
  call.state.flows.set(state, { state, startedAt: new Date() })
  const location = new URL(`${call.baseUrl}${providerPath}`)
  for (const [name, value] of Object.entries({ client_id: client, response_type: 'code', state })) {
    location.searchParams.set(name, value)
  }
  const headers = { Location: location.href, 'Set-Cookie': cookie('csrf', state, minutesOfFlow * 60) }
  return { status: 303, headers, body: '' }
}

/** The provider: sends the e-mail of `login_hint` back with a code, without a page. */
export const authorize: Handler<OpenCall> = ({ state, query, baseUrl }) => {
  const code = makeSecret()
  const [email = ''] = query.get('login_hint') ?? []
  state.codes.set(code, email.toLowerCase())
  const location = new URL(`${baseUrl}/oauth/provider/callback`)
  location.searchParams.set('code', code)
  location.searchParams.set('state', query.get('state')?.[0] ?? '')
  return { ...text(303, ''), headers: { Location: location.href } }
}

/** A state and a code are good for one login each. */
export const loginWithOauth: Handler<OpenCall> = (call) => {
  requireClient(call)
  const { state, policy, cookies, body } = call
  const [code, flowState] = [textOf(body, 'code'), textOf(body, 'state')]
  if (!policy.isStateOfBrowser(cookies.get('csrf'), flowState))
    throw refusal(400, 'the state is of another browser')
  const flow = state.flows.get(flowState)
  state.flows.delete(flowState)
  if (!flow || flow.startedAt.getTime() < Date.now() - minutesOfFlow * 60_000) {
    throw refusal(400, 'the state is not that of a login that is under way')
  }
  const email = state.codes.get(code)
  state.codes.delete(code)
  if (email === undefined) throw refusal(400, 'the provider does not accept the code')
  signUp(state, email)
  return openSession(state, email)
}

function requireClient(call: OpenCall): void {
  const name = pathValue(call, 'client_name')
  if (name !== client) throw refusal(400, `there is no OAuth client ${name}`)
}

function signUp(state: State, email: string): void {
  const known = state.accounts.get(email)
  if (known && known.loginType !== client) throw refusal(400, `${email} logs in with ${known.loginType}`)
  const account: Account = {
    ...{ email, shownEmail: email, password: undefined, loginType: client, superAdmin: false },
    ...{ name: null, company: null, createdAt: new Date() },
  }
  if (!known) state.accounts.set(email, account)
}
