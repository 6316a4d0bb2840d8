import { ApiError, UserService } from 'windmill-client'

try {
  await UserService.whois({ workspace: 'demo', username: 'ada' })
} catch (error) {
  if (!(error instanceof ApiError)) throw error
  // @ts-expect-error without a look at the status the body may be anything
  error.body satisfies string
  if (error.status === 404) error.body satisfies string
}
