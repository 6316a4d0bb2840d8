import { useWhois } from '@windmill-user-api/react-query'

export function Member({ username }: { readonly username: string }) {
  const { data: user, error } = useWhois({ workspace: 'demo', username })
  if (error)
    return (
      <p>{error.status === 404 ? 'There is no such member.' : `Failed: ${error.status ?? error.kind}`}</p>
    )
  return <p>{user ? `${user.email}${user.is_admin ? ', admin' : ''}` : 'Loading …'}</p>
}
