import { whois } from '../../generated/hey-api'

const { error, response } = await whois({ path: { workspace: 'demo', username: 'ada' } })
// @ts-expect-error without a look at the status there may be no error
error satisfies string
if (response?.status === 404) error satisfies string
