import {
  byPath,
  createClient,
  createUserApi,
  type ErrorOf,
  globalWhoami,
  isErrorOf,
  isErrorOfKind,
  listUsersAsSuperAdmin,
  openSession,
  type ResultOf,
} from '@windmill-user-api/client'
import { validate } from '@windmill-user-api/client/validate'
import type { GlobalUserInfo, TruncatedToken, User } from '@windmill-user-api/types'

// Compiled, and never run: what a user may write, and, with `@ts-expect-error`, what he may not.

const baseUrl = 'http://localhost:8000/api'
const workspace = 'demo'
const username = 'ada'
const account = { email: 'alan@example.com', password: 'enigma-decoded' }
const member = { email: 'katherine@example.com', username: 'katherine', is_admin: false }

/** Each of them once. */
export async function everyOperation(): Promise<void> {
  const api = createUserApi({ baseUrl, auth: { kind: 'bearer', token: async () => 'token' }, validate })
  const token: string = await api.login({ body: account })
  await api.loginWithOauth({ client_name: 'sandbox', body: { code: 'code', state: 'state' } })
  await api.acceptInvite({ body: { workspace_id: 'starter', username } })
  await api.declineInvite({ body: { workspace_id: 'starter' } })
  await api.createUserGlobally({ body: { ...account, super_admin: false, name: null } })
  await api.globalUserUpdate({ email: account.email, body: { is_super_admin: true } })
  const email: ResultOf<'getCurrentEmail'> = await api.getCurrentEmail()
  const accounts: GlobalUserInfo[] = await api.listUsersAsSuperAdmin({ page: 2, per_page: 10 })
  const invited: string | undefined = (await api.listWorkspaceInvites())[0]?.workspace_id
  await api.setPassword({ body: { password: 'changeme' } })
  await api.createToken({ body: { label: 'ci', expiration: '2027-01-01T00:00:00Z' } }, { timeout: 1000 })
  const tokens: TruncatedToken[] = await api.listTokens({}, { retry: { retries: 5 }, deadline: 5000 })
  await api.deleteToken({ token_prefix: token.slice(0, 10) })
  const me: GlobalUserInfo = await api.globalWhoami()
  await api.createUser({ workspace, body: member })
  await api.updateUser({ workspace, username, body: { is_admin: true } })
  await api.deleteUser({ workspace, username })
  await api.leaveWorkspace({ workspace }, { signal: new AbortController().signal })
  const users: User[] = await api.listUsers({ workspace })
  const names: string[] = await api.listUsernames({ workspace })
  const self: User = await api.whoami({ workspace })
  const other: User = await api.whois({ workspace, username })
  await api.logout()
  console.log(email, accounts, invited, tokens, me, users, names, self, other)
}

export async function otherWays(): Promise<string> {
  const client = createClient({
    baseUrl,
    auth: { kind: 'cookie' },
    hooks: { onError: ({ error }) => error.kind },
  })
  const me: GlobalUserInfo = await globalWhoami(client)
  for await (const { name } of listUsersAsSuperAdmin.items(client)) console.log(name satisfies string | null)
  const api = await openSession({ baseUrl, renew: true }, ({ login }) => login({ body: account }))
  for await (const page of api.listUsersAsSuperAdmin.pages()) console.log(page satisfies GlobalUserInfo[])
  const { data, error } = await byPath(api).GET('/w/{workspace}/users/list', {
    params: { path: { workspace } },
  })
  const result = await api.whois.safe({ workspace, username })
  if (!result.ok) return result.error.message
  const date: string | null = result.response.headers.get('Date')
  return `${me.email} ${data?.[0]?.username ?? error} ${result.value.username} ${date}`
}

/** The status narrows the body, and the compiler knows when no cause is left. */
export function explain(error: ErrorOf<'whois'>): string | undefined {
  if (error.status === 404) return error.body satisfies string | undefined
  if (error.status === 502) return error.text satisfies string
  switch (error.kind) {
    case 'status':
    case 'undeclared-status':
    case 'decode':
      return error.text
    case 'network':
    case 'timeout':
    case 'deadline':
    case 'aborted':
      return error.message
    case 'refused':
      return error.argument
    default:
      return error satisfies never
  }
}

export function narrowed(caught: unknown): number | undefined {
  if (isErrorOfKind('refused', caught)) console.log(caught.argument satisfies string)
  if (!isErrorOf('createUser', caught)) return undefined
  // @ts-expect-error only an answer has a body
  console.log(caught.body)
  if (caught.status === 400) console.log(caught.body?.length)
  return caught.status
}

/** What must not compile. */
export async function mistakes(): Promise<void> {
  const api = createUserApi({ baseUrl, auth: { kind: 'none' } })
  // @ts-expect-error a base URL is needed
  createUserApi({ auth: { kind: 'none' } })
  // @ts-expect-error a bearer has a token
  createUserApi({ baseUrl, auth: { kind: 'bearer' } })
  // @ts-expect-error an input is needed
  await api.whois()
  // @ts-expect-error a username is missing
  await api.whois({ workspace })
  // @ts-expect-error `is_admin` is true or false
  await api.updateUser({ workspace, username, body: { is_admin: 'yes' } })
  // @ts-expect-error it takes nothing
  await api.globalWhoami({ workspace })
  // @ts-expect-error a text is no account
  const me: GlobalUserInfo = await api.getCurrentEmail()
  // @ts-expect-error tokens do not come in pages
  api.listTokens.items()
  // @ts-expect-error the document has no such path
  await byPath(api).GET('/nowhere')
  console.log(me)
}
