import type { Contender } from '../contender'

/** `fetch` as it comes: what the others are measured against. */
export const contender: Contender = {
  connect: ({ baseUrl, token }) => {
    const send = async (path: string, init: RequestInit = {}) =>
      fetch(baseUrl + path, { ...init, headers: { Authorization: `Bearer ${await token()}` } })
    return {
      account: async () => (await send('/users/whoami')).json(),
      email: async () => (await send('/users/email')).text(),
      remove: async (name) => (await send(`/w/demo/users/delete/${name}`, { method: 'DELETE' })).text(),
      logIn: async (password) =>
        (await send('/auth/login', { method: 'POST', body: JSON.stringify({ password }) })).text(),
    }
  },
}
