import { client } from '../../generated/redocly/client'
import type { Contender } from '../contender'

export const contender: Contender = {
  connect: ({ baseUrl, token }) => {
    const retry = { retries: 2, retryDelay: 300, retryStrategy: 'exponential', jitter: true } as const
    client.configure({ serverUrl: baseUrl, auth: { bearer: token }, retry, timeout: 30_000 })
    return {
      account: () => client.globalWhoami(),
      email: () => client.getCurrentEmail(),
      remove: (username) => client.deleteUser({ path: { workspace: 'demo', username } }),
      logIn: (password) => client.login({ body: { email: 'ada@example.com', password } }),
      limited: (timeout) => client.globalWhoami({}, { timeout }),
    }
  },
}
