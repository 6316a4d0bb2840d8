import { isErrorOf, openSession } from '@windmill-user-api/client'

const baseUrl = 'http://localhost:8000/api'
const body = { email: 'admin@windmill.dev', password: 'changeme' }
const api = await openSession({ baseUrl }, ({ login }) => login({ body }))

const { email } = await api.globalWhoami()
console.log(email) // admin@windmill.dev

for await (const account of api.listUsersAsSuperAdmin.items()) console.log(account.name) // Ada Lovelace, …

try {
  await api.whois({ workspace: 'demo', username: 'nobody' })
} catch (error) {
  if (!isErrorOf('whois', error) || error.status !== 404) throw error
  console.log(error.body) // Not found: …
}
