import { createUserApi, isErrorOf } from '@windmill-user-api/client'

const baseUrl = 'http://localhost:8000/api'
const { login } = createUserApi({ baseUrl, auth: { kind: 'none' } })
const token = await login({ body: { email: 'admin@windmill.dev', password: 'changeme' } })

const api = createUserApi({ baseUrl, auth: { kind: 'bearer', token } })
const { email } = await api.globalWhoami()
console.log(email) // admin@windmill.dev

try {
  await api.whois({ workspace: 'demo', username: 'nobody' })
} catch (error) {
  if (!isErrorOf('whois', error) || error.status !== 404) throw error
  console.log(error.body) // Not found: …
}
