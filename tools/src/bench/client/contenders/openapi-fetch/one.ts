import createClient from 'openapi-fetch'
import type { paths } from '../../generated/openapi-fetch/schema'

const client = createClient<paths>({ baseUrl: '/api', headers: { Authorization: 'Bearer secret' } })
console.log((await client.GET('/users/whoami')).data?.email)
