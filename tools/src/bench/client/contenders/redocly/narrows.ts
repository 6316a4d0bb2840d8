import { ApiError, client } from '../../generated/redocly/client'

try {
  await client.whois({ path: { workspace: 'demo', username: 'ada' } })
} catch (error) {
  if (!(error instanceof ApiError)) throw error
  // @ts-expect-error without a look at the status the body may be anything
  error.body satisfies string
  if (error.status === 404) error.body satisfies string
}
