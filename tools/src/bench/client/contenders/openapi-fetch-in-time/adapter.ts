import type { Contender } from '../contender'
import { clientOf, contender as unlimited } from '../openapi-fetch/adapter'

/** openapi-fetch as one writes it where calls have to end: it has no limit of its own. */
export const contender: Contender = {
  ...unlimited,
  connect: (connection) => {
    const client = clientOf(connection)
    return {
      ...unlimited.connect(connection),
      account: () => client.GET('/users/whoami', { signal: AbortSignal.timeout(30_000) }),
    }
  },
}
