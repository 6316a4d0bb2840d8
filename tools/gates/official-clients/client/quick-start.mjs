import { OpenAPI, UserService } from 'windmill-client'

// BASE_URL names the server. Without it the client calls http://localhost:8000, where a sandbox listens by default.
const credentials = { email: 'admin@windmill.dev', password: 'changeme' }
OpenAPI.TOKEN = await UserService.login({ requestBody: credentials })

const me = await UserService.globalWhoami()
console.log(`Logged in as ${me.email}`)

for (const { username } of await UserService.listUsers({ workspace: 'demo' })) {
  console.log(`${username} is a member of demo`)
}
