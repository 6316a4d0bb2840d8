import createClient from 'openapi-fetch'
import type { paths } from '../../generated/openapi-fetch/schema'

const client = createClient<paths>({ baseUrl: '/api' })
const path = { workspace: 'demo', username: 'ada' }
const { error, response } = await client.GET('/w/{workspace}/users/whois/{username}', { params: { path } })
// @ts-expect-error without a look at the status there may be no error
error satisfies string
if (response.status === 404) error satisfies string
