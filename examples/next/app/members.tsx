'use client'

import { useCreateUser, useListUsernames } from '@windmill-user-api/react-query'
import type { FormEvent } from 'react'
import { fieldsOf } from './fields-of'

export function Members({ workspace }: { readonly workspace: string }) {
  // Hydrated: the server has read it already. A new member makes it read again.
  const { data: usernames = [] } = useListUsernames({ workspace })
  const { mutate, error } = useCreateUser()
  const add = (event: FormEvent<HTMLFormElement>) => {
    const field = fieldsOf(event)
    mutate({ workspace, body: { email: field('email'), username: field('username'), is_admin: false } })
  }
  return (
    <form aria-label={`Members of ${workspace}`} onSubmit={add}>
      <ul>
        {usernames.map((username) => (
          <li key={username}>{username}</li>
        ))}
      </ul>
      <input name="email" type="email" aria-label="E-mail" />
      <input name="username" aria-label="Username" />
      <button type="submit">Add</button>
      {error && <p role="alert">{error.status === 400 ? error.body : error.message}</p>}
    </form>
  )
}
