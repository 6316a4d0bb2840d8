import createClient, { type Client } from 'openapi-fetch'
import type { paths } from '../../generated/openapi-fetch/schema'
import { type Connection, type Contender, member } from '../contender'

/** A client that sends the token. */
export function clientOf({ baseUrl, token }: Connection): Client<paths> {
  const client = createClient<paths>({ baseUrl })
  client.use({
    onRequest: async ({ request }) => request.headers.set('Authorization', `Bearer ${await token()}`),
  })
  return client
}

export const contender: Contender = {
  connect: (connection) => {
    const client = clientOf(connection)
    const path = { workspace: 'demo' }
    return {
      account: () => client.GET('/users/whoami'),
      email: () => client.GET('/users/email'),
      remove: (username) =>
        client.DELETE('/w/{workspace}/users/delete/{username}', { params: { path: { ...path, username } } }),
      logIn: (password) => client.POST('/auth/login', { body: { email: 'ada@example.com', password } }),
    }
  },
  isFailure: (result) => member(result, 'error') !== undefined,
  bodyOf: (result) => member(result, 'data'),
}
