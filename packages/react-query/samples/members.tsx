import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createClient } from '@windmill-user-api/client'
import { UserApiProvider, useCreateUser, useListUsernames } from '@windmill-user-api/react-query'

const queryClient = new QueryClient()
const client = createClient({ baseUrl: 'http://localhost:8000/api', auth: { kind: 'cookie' } })
const workspace = 'demo'
const katherine = { email: 'katherine@example.com', username: 'katherine', is_admin: false }

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <UserApiProvider client={client}>
        <Members />
      </UserApiProvider>
    </QueryClientProvider>
  )
}

function Members() {
  const { data = [], error } = useListUsernames({ workspace })
  const { mutate } = useCreateUser()
  if (error) return <p>{error.status === 403 ? 'You are no member.' : error.message}</p>
  return (
    <button type="button" onClick={() => mutate({ workspace, body: katherine })}>
      {data.join(', ')}
    </button>
  )
}
