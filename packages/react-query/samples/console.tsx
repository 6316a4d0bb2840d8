import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createClient } from '@windmill-user-api/client'
import {
  UserApiProvider,
  useCreateUser,
  useGlobalWhoami,
  useListUsernames,
  useListUsersAsSuperAdminInfinite,
  useLogin,
} from '@windmill-user-api/react-query'
import type { FormEvent } from 'react'
import { createRoot } from 'react-dom/client'

// The cookie of the login goes to the page's own origin.
const queryClient = new QueryClient()
const client = createClient({ baseUrl: '/api', auth: { kind: 'cookie' } })

function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <UserApiProvider client={client}>
        <Session />
      </UserApiProvider>
    </QueryClientProvider>
  )
}

function Session() {
  const { data: me, error, isPending } = useGlobalWhoami()
  if (isPending) return <p>Loading …</p>
  if (error) return error.status === 401 ? <Login /> : <p role="alert">{error.message}</p>
  return (
    <>
      <h1>{me.email}</h1>
      <Members workspace="demo" />
      <Accounts />
    </>
  )
}

function Login() {
  const { mutate, error } = useLogin()
  const logIn = (event: FormEvent<HTMLFormElement>) => {
    const field = fieldsOf(event)
    mutate({ body: { email: field('email'), password: field('password') } })
  }
  return (
    <form onSubmit={logIn}>
      <input name="email" type="email" aria-label="E-mail" />
      <input name="password" type="password" aria-label="Password" />
      <button type="submit">Log in</button>
      {error && <p role="alert">{error.status === 429 ? 'Wait a while.' : 'E-mail or password is wrong.'}</p>}
    </form>
  )
}

function Members({ workspace }: { readonly workspace: string }) {
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

function Accounts() {
  const { data, error, hasNextPage, fetchNextPage } = useListUsersAsSuperAdminInfinite({ per_page: 2 })
  if (error) return error.status === 403 ? <p>The accounts are for super admins.</p> : <p>{error.message}</p>
  return (
    <section aria-label="Accounts">
      <ol>
        {data?.pages.flat().map(({ email }) => (
          <li key={email}>{email}</li>
        ))}
      </ol>
      <button type="button" disabled={!hasNextPage} onClick={() => fetchNextPage()}>
        More
      </button>
    </section>
  )
}

/** Reads what was entered into a form, by the names of its fields. */
function fieldsOf(event: FormEvent<HTMLFormElement>): (name: string) => string {
  event.preventDefault()
  const entered = new FormData(event.currentTarget)
  return (name) => String(entered.get(name))
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
