import { createUserApi, renewing } from '@windmill-user-api/client'
import type { Contender } from '../contender'

export const contender: Contender = {
  connect: ({ baseUrl, token, refresh }) => {
    const api = createUserApi({ baseUrl, auth: renewing({ token, refresh }) })
    return {
      account: () => api.globalWhoami(),
      email: () => api.getCurrentEmail(),
      remove: (username) => api.deleteUser({ workspace: 'demo', username }),
      logIn: (password) => api.login({ body: { email: 'ada@example.com', password } }),
      limited: (deadline) => api.globalWhoami({}, { deadline }),
    }
  },
}
