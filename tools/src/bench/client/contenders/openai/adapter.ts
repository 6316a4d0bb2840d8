import OpenAI from 'openai'
import type { Contender } from '../contender'

/** Another API's client, for how it is built; called by path where that API has nothing alike. */
export const contender: Contender = {
  connect: ({ baseUrl, token }) => {
    const client = new OpenAI({ apiKey: token, baseURL: baseUrl, dangerouslyAllowBrowser: true })
    return {
      account: () => client.get('/users/whoami'),
      email: () => client.get('/users/email'),
      remove: (name) => client.models.delete(name),
      logIn: (password) => client.post('/auth/login', { body: { email: 'ada@example.com', password } }),
      limited: (timeout) => client.get('/users/whoami', { timeout }),
    }
  },
}
