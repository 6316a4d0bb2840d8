'use client'

import { useLogin } from '@windmill-user-api/react-query'
import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { fieldsOf } from './fields-of'

export function Login() {
  const { refresh } = useRouter()
  // The answer sets the cookie that the server reads when it renders the page again.
  const { mutate, error } = useLogin({ onSuccess: refresh })
  const logIn = (event: FormEvent<HTMLFormElement>) => {
    const field = fieldsOf(event)
    mutate({ body: { email: field('email'), password: field('password') } })
  }
  return (
    <form onSubmit={logIn}>
      <input name="email" type="email" aria-label="E-mail" />
      <input name="password" type="password" aria-label="Password" />
      <button type="submit">Log in</button>
      {error && <p role="alert">{error.message}</p>}
    </form>
  )
}
