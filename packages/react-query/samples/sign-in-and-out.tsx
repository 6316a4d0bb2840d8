import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createClient } from '@windmill-user-api/client'
import {
  forgetAccount,
  UserApiProvider,
  useGlobalWhoami,
  useListTokens,
  useLogin,
  useLogout,
} from '@windmill-user-api/react-query'
import type { FormEvent } from 'react'

const queryClient = new QueryClient()
const client = createClient({ baseUrl: '/api', auth: { kind: 'cookie' } })

// All tabs share the cookie. This one forgets what it holds when another signs in or out.
const tabs = new BroadcastChannel('account')
tabs.onmessage = () => forgetAccount(queryClient, client)
const tellOtherTabs = { onSuccess: () => tabs.postMessage('changed') }

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <UserApiProvider client={client}>
        <Page />
      </UserApiProvider>
    </QueryClientProvider>
  )
}

function Page() {
  const { data: me, error } = useGlobalWhoami()
  if (error) return error.status === 401 ? <SignIn /> : <p role="alert">{error.message}</p>
  if (!me) return <p>Loading …</p>
  return (
    <>
      <h1>{me.email}</h1>
      <Tokens />
      <SignOut />
    </>
  )
}

function SignIn() {
  const { mutate, error } = useLogin(tellOtherTabs)
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    mutate({ body: { email: String(fields.get('email')), password: String(fields.get('password')) } })
  }
  return (
    <form onSubmit={submit}>
      <input name="email" type="email" aria-label="Email" />
      <input name="password" type="password" aria-label="Password" />
      <button type="submit">Sign in</button>
      {error && <p role="alert">Sign-in failed.</p>}
    </form>
  )
}

function SignOut() {
  const { mutate } = useLogout(tellOtherTabs)
  return (
    <button type="button" onClick={() => mutate()}>
      Sign out
    </button>
  )
}

function Tokens() {
  const { data: tokens = [] } = useListTokens()
  return (
    <ul>
      {tokens.map(({ token_prefix, label }) => (
        <li key={token_prefix}>{label ?? 'session'}</li>
      ))}
    </ul>
  )
}
