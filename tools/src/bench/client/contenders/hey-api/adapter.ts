import { deleteUser, getCurrentEmail, globalWhoami, login } from '../../generated/hey-api'
import { client } from '../../generated/hey-api/client.gen'
import { type Contender, member } from '../contender'

export const contender: Contender = {
  connect: ({ baseUrl, token }) => {
    client.setConfig({ baseUrl, auth: token })
    return {
      account: () => globalWhoami(),
      email: () => getCurrentEmail(),
      remove: (username) => deleteUser({ path: { workspace: 'demo', username } }),
      logIn: (password) => login({ body: { email: 'ada@example.com', password } }),
    }
  },
  isFailure: (result) => member(result, 'error') !== undefined,
  bodyOf: (result) => member(result, 'data'),
}
