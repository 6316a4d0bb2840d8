import { createUserApi } from '@windmill-user-api/client'

const { WINDMILL_TOKEN: token = '' } = process.env
const api = createUserApi({
  baseUrl: 'http://localhost:8000/api',
  auth: { kind: 'bearer', token },
  hooks: {
    onRequest: () => ({ 'X-Request-Id': crypto.randomUUID() }),
    onResponse: ({ operation, attempt, status }) =>
      console.log(`${operation}, attempt ${attempt}: ${status}`),
    onRetry: ({ operation, error, delay }) =>
      console.log(`${operation}: ${error.kind}, again in ${delay} ms`),
    onError: ({ operation, error }) => console.log(`${operation} failed: ${error.message}`),
  },
})

await api.listTokens()
await api.whois.safe({ workspace: 'demo', username: 'nobody' })
