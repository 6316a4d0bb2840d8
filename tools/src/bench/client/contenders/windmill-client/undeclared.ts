import { ApiError, UserService } from 'windmill-client'

try {
  await UserService.globalWhoami()
} catch (error) {
  if (error instanceof ApiError && error.status === 502) console.log(error.message)
}
