'use client'

import { useListUsernames } from '@windmill-user-api/react-query'

export function Members({ workspace }) {
  const { data: usernames = [] } = useListUsernames({ workspace })
  return <p>{usernames.join(', ')}</p>
}
