import { skipToken } from '@tanstack/react-query'
import { useWhois } from '@windmill-user-api/react-query'

/** Nothing is sent as long as no member is chosen. */
export function ChosenMember({ username }: { readonly username: string | undefined }) {
  const { data: user } = useWhois(username ? { workspace: 'demo', username } : skipToken)
  return <p>{user ? user.email : 'Choose a member'}</p>
}
