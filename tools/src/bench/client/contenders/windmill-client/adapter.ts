import { OpenAPI, UserService } from 'windmill-client'
import type { Contender } from '../contender'

export const contender: Contender = {
  connect: ({ baseUrl, token }) => {
    OpenAPI.BASE = baseUrl
    OpenAPI.TOKEN = token
    return {
      account: () => UserService.globalWhoami(),
      email: () => UserService.getCurrentEmail(),
      remove: (username) => UserService.deleteUser({ workspace: 'demo', username }),
      logIn: (password) => UserService.login({ requestBody: { email: 'ada@example.com', password } }),
    }
  },
}
