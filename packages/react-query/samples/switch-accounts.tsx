import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createClient } from '@windmill-user-api/client'
import { forgetAccount, UserApiProvider, useGlobalWhoami } from '@windmill-user-api/react-query'
import { useState } from 'react'

const baseUrl = 'http://localhost:8000/api'
const queryClient = new QueryClient()

/** An account whose token the page keeps in memory. */
export interface Account {
  readonly email: string
  readonly token: string
}

/** One client for each account, with a scope that tells their results apart. */
function clientFor({ email, token }: Account) {
  return createClient({ baseUrl, auth: { kind: 'bearer', token }, scope: `${baseUrl} ${email}` })
}

export function App({ accounts }: { readonly accounts: readonly Account[] }) {
  const [clients] = useState(() => accounts.map((account) => [account.email, clientFor(account)] as const))
  const [current, setCurrent] = useState(clients[0]?.[1])
  if (!current) return <p>Signed out</p>

  async function signOut() {
    setCurrent(undefined)
    for (const [, client] of clients) await forgetAccount(queryClient, client)
  }

  return (
    <QueryClientProvider client={queryClient}>
      <UserApiProvider client={current}>
        <Profile />
      </UserApiProvider>
      {clients.map(([email, client]) => (
        <button key={email} type="button" onClick={() => setCurrent(client)}>
          {email}
        </button>
      ))}
      <button type="button" onClick={signOut}>
        Sign out
      </button>
    </QueryClientProvider>
  )
}

function Profile() {
  const { data: me } = useGlobalWhoami()
  return <h1>{me ? me.email : 'Loading …'}</h1>
}
