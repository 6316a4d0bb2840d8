import { createClient, globalWhoami } from '@windmill-user-api/client'

const { WINDMILL_TOKEN: token = '' } = process.env
const client = createClient({
  baseUrl: 'http://localhost:8000/api',
  auth: { kind: 'bearer', token },
})
const me = await globalWhoami(client)
console.log(me.email)
