import { deleteUser, getCurrentEmail, globalWhoami, login } from '../../generated/orval'
import { type Contender, member } from '../contender'

/** The base URL is part of what is generated; the token is an option of each call. */
export const contender: Contender = {
  connect: ({ token }) => {
    const options = async () => ({ headers: { Authorization: `Bearer ${await token()}` } })
    return {
      account: async () => globalWhoami(await options()),
      email: async () => getCurrentEmail(await options()),
      remove: async (username) => deleteUser('demo', username, await options()),
      logIn: (password) => login({ email: 'ada@example.com', password }),
    }
  },
  isFailure: (result) => Number(member(result, 'status')) >= 400,
  bodyOf: (result) => member(result, 'data'),
}
