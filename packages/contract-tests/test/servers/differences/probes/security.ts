import type { Probe, Visitor } from './visitor.ts'

const statusOf = (ask: Probe['ask'], contract: number, different: number): Probe => ({
  ask,
  contract,
  different,
})

/** How the differences of `security.ts` look from outside. */
export const security: Readonly<Record<string, Probe>> = {
  'outsiders-list-usernames': statusOf(
    async (visitor) => visitor.status('/w/demo/users/list_usernames', await visitor.person('grace')),
    403,
    200,
  ),
  'role-cached': statusOf(
    async (visitor) => {
      const { token } = await visitor.member('ada')
      await visitor.call('/w/demo/users/whoami', { token })
      await visitor.call('/w/demo/users/leave_workspace', { token, method: 'POST' })
      return visitor.status('/w/demo/users/list', { token })
    },
    403,
    200,
  ),
  'token-cached': statusOf(
    async (visitor) => {
      const { token } = await visitor.person('ada')
      await visitor.call('/users/email', { token })
      const path = `/users/tokens/delete/${token.slice(0, 10)}`
      await visitor.call(path, { token, method: 'DELETE' })
      return visitor.status('/users/email', { token })
    },
    401,
    200,
  ),
  'password-cut-at-72': statusOf(
    async (visitor) => {
      const { email, token } = await visitor.person('ada')
      const password = 'x'.repeat(72)
      await visitor.call('/users/setpassword', { token, body: { password: `${password}y` } })
      return visitor.status('/auth/login', { body: { email, password } })
    },
    400,
    200,
  ),
  'token-in-full': {
    ask: async (visitor) => {
      const { token } = await visitor.person('ada')
      const [listed] = await visitor.list('/users/tokens/list', { token })
      return listed?.['token'] === token
    },
    contract: false,
    different: true,
  },
  'oauth-state-unchecked': statusOf(
    async (visitor) => (await logInAtProvider(visitor, false)).status,
    400,
    200,
  ),
  'logout-keeps-token': statusOf(
    async (visitor) => {
      const { token } = await visitor.person('ada')
      await visitor.call('/users/logout', { token, method: 'POST' })
      return visitor.status('/users/whoami', { token })
    },
    401,
    200,
  ),
  'invite-role-from-body': {
    ask: async (visitor) => {
      const { email, token } = await visitor.person('ada')
      const invite = { email, is_admin: false }
      await visitor.call('/w/demo/workspaces/invite_user', { token: visitor.admin, body: invite })
      const body = { workspace_id: 'demo', username: 'ada', is_admin: true }
      await visitor.call('/users/accept_invite', { token, body })
      return (await visitor.json('/w/demo/users/whoami', { token }))['is_admin']
    },
    contract: false,
    different: true,
  },
  'no-same-site': {
    ask: async (visitor) => {
      const body = { email: 'admin@windmill.dev', password: 'changeme' }
      const response = await visitor.call('/auth/login', { body })
      return response.headers.get('set-cookie')?.includes('SameSite=Lax')
    },
    contract: true,
    different: false,
  },
}

/** Comes back from the provider, with the cookie of the browser or without. */
export async function logInAtProvider(visitor: Visitor, hasCookie: boolean): Promise<Response> {
  const start = await visitor.call('/oauth/login/sandbox')
  const authorize = new URL(start.headers.get('location') ?? '')
  authorize.searchParams.set('login_hint', 'hedy@example.com')
  const back = await fetch(authorize, { redirect: 'manual' })
  const { searchParams } = new URL(back.headers.get('location') ?? '')
  const [cookie = ''] = (start.headers.get('set-cookie') ?? '').split(';')
  return visitor.call('/oauth/login_callback/sandbox', {
    body: { code: searchParams.get('code'), state: searchParams.get('state') },
    headers: hasCookie ? { cookie } : {},
  })
}
