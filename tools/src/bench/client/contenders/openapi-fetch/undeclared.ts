import createClient from 'openapi-fetch'
import type { paths } from '../../generated/openapi-fetch/schema'

const client = createClient<paths>({ baseUrl: '/api' })
const { response } = await client.GET('/users/whoami')
if (response.status === 502) console.log(response.statusText)
