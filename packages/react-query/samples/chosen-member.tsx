import { skipToken } from '@tanstack/react-query'
import { useWhois } from '@windmill-user-api/react-query'

/** Nothing is sent as long as no member is chosen. */
export function ChosenMember({ username }: { readonly username: string | undefined }) {
  const { data: user, error } = useWhois(username ? { workspace: 'demo', username } : skipToken)
  if (error) return <p>{error.status === 404 ? 'There is no such member' : error.message}</p>
  return <p>{user ? user.email : 'Choose a member'}</p>
}
