import { createUserApi } from '@windmill-user-api/client'

const { WINDMILL_TOKEN: token = '' } = process.env
const api = createUserApi({
  baseUrl: 'http://localhost:8000/api',
  auth: { kind: 'bearer', token },
  retry: { retries: 4, baseDelay: 100 },
  deadline: 15_000,
  hooks: {
    onRetry: ({ operation, attempt, error }) =>
      console.log(`${operation}, attempt ${attempt}: ${error.status ?? error.kind}, again`),
  },
})

const result = await api.getCurrentEmail.safe()
if (result.ok) console.log(result.value)
else
  switch (result.error.kind) {
    case 'status': // the OpenAPI document names this failure: 401
      console.log(`Sign in again: ${result.error.body}`)
      break
    case 'network':
    case 'timeout':
    case 'deadline': // it may work later
      console.log(`Not reachable: ${result.error.message}`)
      break
    default: // a bug, or something between you and the server
      throw result.error
  }
