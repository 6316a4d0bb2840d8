import { createClient, globalWhoami, isErrorOf, listUsernames, login } from '@windmill-user-api/client'

/** Logs in, and returns what the library does with a server. Its types are inferred, as those of most libraries are. */
export async function connect(baseUrl: string, email: string, password: string) {
  const anyone = createClient({ baseUrl, auth: { kind: 'none' } })
  const token = await login(anyone, { body: { email, password } })
  const client = createClient({ baseUrl, auth: { kind: 'bearer', token } })
  return {
    client,
    me: () => globalWhoami(client),
    membersOf: (workspace: string) => listUsernames(client, { workspace }),
    isMissing: (error: unknown) => isErrorOf('listUsernames', error) && error.status === 404,
  }
}
