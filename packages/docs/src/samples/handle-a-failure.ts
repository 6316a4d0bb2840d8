import { createUserApi, isErrorOf } from '@windmill-user-api/client'

const { WINDMILL_TOKEN: token = '' } = process.env
const api = createUserApi({
  baseUrl: 'http://localhost:8000/api',
  auth: { kind: 'bearer', token },
})

try {
  console.log(await api.whois({ workspace: 'demo', username: 'nobody' }))
} catch (error) {
  // Anything else than a documented failure of this very call is not ours to handle.
  if (!isErrorOf('whois', error)) throw error
  switch (error.status) {
    case 404:
      console.log(`There is no such member. The server says: ${error.body}`)
      break
    case 401:
      console.log('The token is no longer good: log in again.')
      break
    default:
      throw error
  }
}
