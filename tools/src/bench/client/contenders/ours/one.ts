import { createClient, globalWhoami } from '@windmill-user-api/client'

const client = createClient({ baseUrl: '/api', auth: { kind: 'bearer', token: 'secret' } })
console.log((await globalWhoami(client)).email)
