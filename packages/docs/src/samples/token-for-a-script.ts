import { createUserApi } from '@windmill-user-api/client'

const { WINDMILL_TOKEN: token = '' } = process.env
const api = createUserApi({
  baseUrl: 'http://localhost:8000/api',
  auth: { kind: 'bearer', token },
})

// Shown this one time: hand it to the script, and keep only its prefix.
const scriptToken = await api.createToken({ body: { label: 'nightly report' } })
const prefix = scriptToken.slice(0, 10)

for (const token of await api.listTokens()) {
  console.log(`${token.label ?? 'no label'}, last used ${token.last_used_at}`)
}

// When the script is gone, so is its token, at once.
await api.deleteToken({ token_prefix: prefix })
