import { emailOf, textOf } from '../body.ts'
import type { Handler, OpenCall } from '../call.ts'
import { type Reply, refusal, text } from '../reply.ts'
import { issueToken, type State } from '../state.ts'

const failuresAllowed = 10
const window = 15 * 60_000
const secondsOfSession = 72 * 3600

/** Opens a session by password. After 10 failures within 15 minutes an e-mail has to wait. */
export const login: Handler<OpenCall> = ({ state, policy, body }) => {
  const email = emailOf(body)
  const since = Date.now() - window
  const failures = (state.failedLogins.get(email) ?? []).filter((moment) => moment.getTime() > since)
  const [oldest] = failures
  if (oldest && failures.length >= failuresAllowed) {
    const seconds = Math.max(1, Math.ceil((oldest.getTime() - since) / 1000))
    throw refusal(429, `try again in ${seconds} seconds`, { 'Retry-After': String(seconds) })
  }
  const password = state.accounts.get(email)?.password
  if (password === undefined || !policy.isPassword(password, textOf(body, 'password'))) {
    state.failedLogins.set(email, [...failures, new Date()])
    throw refusal(400, 'Invalid login')
  }
  state.failedLogins.delete(email)
  return openSession(state, email)
}

/** The response to a login of either kind. */
export function openSession(state: State, email: string): Reply {
  const expiration = new Date(Date.now() + secondsOfSession * 1000)
  const { secret } = issueToken(state, { email, label: 'session', isSession: true, expiration })
  return text(200, secret, {
    'Cache-Control': 'no-store',
    'Set-Cookie': cookie('token', secret, secondsOfSession),
  })
}

/** A cookie that scripts cannot read and other sites do not send. */
export function cookie(name: string, value: string, seconds: number): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}`
}

export const logout: Handler = ({ state, policy, account, token }) => {
  if (policy.endsTokens('logout')) state.tokens.delete(token.secret)
  return text(200, `${account.email} is logged out`, { 'Set-Cookie': cookie('token', '', 0) })
}

/** Ends every other session of the account; tokens of `createToken` stay. */
export const setPassword: Handler = ({ state, policy, account, token, body }) => {
  if (account.loginType !== 'password')
    throw refusal(400, `${account.email} logs in with ${account.loginType}`)
  account.password = textOf(body, 'password')
  if (policy.endsTokens('setPassword')) endOtherSessions(state, account.email, token.secret)
  return text(200, `the password of ${account.email} is set`)
}

function endOtherSessions(state: State, email: string, kept: string): void {
  for (const { secret, isSession, email: owner } of [...state.tokens.values()]) {
    if (isSession && owner === email && secret !== kept) state.tokens.delete(secret)
  }
}
