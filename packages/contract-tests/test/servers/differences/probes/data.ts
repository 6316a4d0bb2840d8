import type { Probe, Visitor } from './visitor.ts'

/** How the differences of `data.ts` look from outside. */
export const data: Readonly<Record<string, Probe>> = {
  'create-user-fails': {
    ask: async (visitor) => {
      const response = await addMember(visitor, 'ada')
      return [response.status, await visitor.status('/w/demo/users/whois/ada', { token: visitor.admin })]
    },
    contract: [201, 200],
    different: [500, 200],
  },
  'email-case-kept': {
    ask: async (visitor) => {
      const { token } = await visitor.person('Ada')
      return (await visitor.call('/users/email', { token })).text()
    },
    contract: 'ada@example.com',
    different: 'Ada@example.com',
  },
  'members-capped': {
    ask: async (visitor) => {
      for (let count = 1; count <= 30; count += 1) await addMember(visitor, `member-${count}`)
      return (await visitor.list('/w/demo/users/list', { token: visitor.admin })).length
    },
    contract: 31,
    different: 30,
  },
  'tokens-capped': {
    ask: async (visitor) => {
      for (let count = 1; count <= 50; count += 1) await createToken(visitor, {})
      return (await visitor.list('/users/tokens/list', { token: visitor.admin })).length
    },
    contract: 51,
    different: 50,
  },
  'name-normalized': {
    ask: async (visitor) => {
      const body = { email: 'zoe@example.com', password: 'zoe', super_admin: false, name: 'Zoe\u0308' }
      await visitor.call('/users/create', { token: visitor.admin, body })
      const accounts = await visitor.list('/users/list_as_super_admin', { token: visitor.admin })
      return accounts.find(({ email }) => email === body.email)?.['name']
    },
    contract: 'Zoe\u0308',
    different: 'Zo\u00eb',
  },
  'label-trimmed': {
    ask: async (visitor) => (await createToken(visitor, { label: ' ci ' }))?.['label'],
    contract: ' ci ',
    different: 'ci',
  },
  'offset-dropped': {
    ask: async (visitor) =>
      (await createToken(visitor, { expiration: '2999-01-01T00:00:00+02:00' }))?.['expiration'],
    contract: '2998-12-31T22:00:00.000Z',
    different: '2999-01-01T00:00:00.000Z',
  },
  'null-demotes': {
    ask: async (visitor) => {
      const { token } = await visitor.member('ada')
      const path = '/w/demo/users/update/ada'
      for (const body of [{ is_admin: true }, {}]) await visitor.call(path, { token: visitor.admin, body })
      return (await visitor.json('/w/demo/users/whoami', { token }))['is_admin']
    },
    contract: true,
    different: false,
  },
  'username-case-ignored': {
    ask: (visitor) => visitor.status('/w/demo/users/whois/ADMIN', { token: visitor.admin }),
    contract: 404,
    different: 200,
  },
}

function addMember(visitor: Visitor, username: string): Promise<Response> {
  const body = { email: `${username}@example.com`, username, is_admin: false }
  return visitor.call('/w/demo/users/add', { token: visitor.admin, body })
}

/** Makes a token, and returns it as the list shows it. */
async function createToken(visitor: Visitor, body: Readonly<Record<string, string>>) {
  const response = await visitor.call('/users/tokens/create', { token: visitor.admin, body })
  const prefix = (await response.text()).slice(0, 10)
  const tokens = await visitor.list('/users/tokens/list', { token: visitor.admin })
  return tokens.find((token) => token['token_prefix'] === prefix)
}
