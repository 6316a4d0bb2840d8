import { whois } from '../../generated/orval'

const result = await whois('demo', 'ada')
// @ts-expect-error without a look at the status it may be a success
result.data satisfies string
if (result.status === 404) result.data satisfies string
