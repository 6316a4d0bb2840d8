import { openSession } from '@windmill-user-api/client'

const body = { email: 'ada@example.com', password: 'analytical-engine' }
const api = await openSession(
  // When the token has expired, all calls that it failed wait for one new login.
  { baseUrl: 'http://localhost:8000/api', renew: true },
  ({ login }) => login({ body }),
)

console.log(await api.getCurrentEmail())
