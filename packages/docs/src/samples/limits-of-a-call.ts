import { createUserApi } from '@windmill-user-api/client'

const { WINDMILL_TOKEN: token = '' } = process.env
const api = createUserApi({
  baseUrl: 'http://localhost:8000/api',
  auth: { kind: 'bearer', token },
  // Five repetitions, 5 seconds for each attempt, 20 for all of them.
  retry: { retries: 5 },
  timeout: 5_000,
  deadline: 20_000,
})

// A call may have its own: here one attempt, which ends when the page is left.
const left = new AbortController()
const me = await api.globalWhoami({}, { retry: false, signal: left.signal })
console.log(me.email)
