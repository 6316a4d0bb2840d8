import { logInAtProvider } from './security.ts'
import type { Probe } from './visitor.ts'

/** How the differences of `edges.ts`, `client.ts` and `wording.ts` look from outside. */
export const client: Readonly<Record<string, Probe>> = {
  'no-allow': {
    ask: async (visitor) => {
      const response = await visitor.call('/users/email', { method: 'PUT' })
      return [response.status, response.headers.get('allow')]
    },
    contract: [405, 'GET, HEAD, OPTIONS'],
    different: [405, null],
  },
  'slash-redirected': {
    ask: (visitor) => visitor.status('/users/email/'),
    contract: 404,
    different: 308,
  },
  'head-refused': {
    ask: (visitor) => visitor.status('/users/email', { method: 'HEAD', token: visitor.admin }),
    contract: 200,
    different: 405,
  },
  'create-token-200': {
    ask: (visitor) => visitor.status('/users/tokens/create', { token: visitor.admin, body: {} }),
    contract: 201,
    different: 200,
  },
  'set-password-201': {
    ask: (visitor) =>
      visitor.status('/users/setpassword', { token: visitor.admin, body: { password: 'changed' } }),
    contract: 200,
    different: 201,
  },
  'oauth-login-cacheable': {
    ask: async (visitor) => (await logInAtProvider(visitor, true)).headers.get('cache-control'),
    contract: 'no-store',
    different: null,
  },
  'verified-number': {
    ask: async (visitor) => (await visitor.json('/users/whoami', { token: visitor.admin }))['verified'],
    contract: true,
    different: 1,
  },
  'unprocessable-as-html': {
    ask: async (visitor) => {
      const response = await visitor.call('/auth/login', { body: {} })
      return [response.status, response.headers.get('content-type')]
    },
    contract: [422, 'text/plain; charset=utf-8'],
    different: [422, 'text/html'],
  },
  'label-in-code-units': {
    ask: async (visitor) => {
      const body = { label: '😀'.repeat(26) }
      return (await visitor.status('/users/tokens/create', { token: visitor.admin, body })) === 422
    },
    contract: false,
    different: true,
  },
  'large-page-clamped': {
    ask: (visitor) => visitor.status('/users/list_as_super_admin?per_page=101', { token: visitor.admin }),
    contract: 422,
    different: 200,
  },
  'page-in-32-bits': {
    ask: (visitor) => visitor.status('/users/list_as_super_admin?page=4294967297', { token: visitor.admin }),
    contract: 200,
    different: 422,
  },
  'plus-is-space': {
    ask: async (visitor) => {
      const { email } = await visitor.person('ada+tag')
      return visitor.status(`/users/update/${email}`, { token: visitor.admin, body: {} })
    },
    contract: 200,
    different: 404,
  },
  'delete-token-404': {
    ask: (visitor) =>
      visitor.status('/users/tokens/delete/nosuchtoken', { method: 'DELETE', token: visitor.admin }),
    contract: 200,
    different: 404,
  },
  'unauthorized-explained': {
    ask: async (visitor) => (await visitor.call('/users/email')).text(),
    contract: 'Unauthorized',
    different: 'Unauthorized: log in first',
  },
  'leave-text-without-workspace': {
    ask: async (visitor) => {
      const { token } = await visitor.member('ada')
      const left = await visitor.call('/w/demo/users/leave_workspace', { token, method: 'POST' })
      return left.text()
    },
    contract: 'ada@example.com has left demo',
    different: 'left',
  },
}
