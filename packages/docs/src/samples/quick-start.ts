import { createUserApi } from '@windmill-user-api/client'

const baseUrl = 'http://localhost:8000/api'

// The super admin of a new server. The body of the response is a token.
const visitor = createUserApi({ baseUrl, auth: { kind: 'none' } })
const token = await visitor.login({
  body: { email: 'admin@windmill.dev', password: 'changeme' },
})

// From here on, every call is made as that account.
const api = createUserApi({ baseUrl, auth: { kind: 'bearer', token } })
const me = await api.globalWhoami()
console.log(`Logged in as ${me.email}, super admin: ${me.super_admin}`)

for (const user of await api.listUsers({ workspace: 'demo' })) {
  console.log(`${user.username} is ${user.is_admin ? 'an admin' : 'a member'} of demo`)
}
