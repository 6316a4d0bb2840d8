import { ApiError, client } from '../../generated/redocly/client'

try {
  await client.globalWhoami()
} catch (error) {
  if (error instanceof ApiError && error.status === 502) console.log(error.message)
}
