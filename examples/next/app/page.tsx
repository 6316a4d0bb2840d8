import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { globalWhoami } from '@windmill-user-api/client'
import { listUsernamesQuery } from '@windmill-user-api/react-query'
import { Login } from './login'
import { Members } from './members'
import { serverClient } from './server-client'

export default async function Page() {
  const client = await serverClient()
  const me = client && (await globalWhoami.safe(client))
  if (!me) return <Login />
  // The session is over, or what is in the cookie can be no token.
  if (!me.ok && (me.error.status === 401 || me.error.kind === 'refused')) return <Login />
  if (!me.ok) throw me.error
  const queryClient = new QueryClient()
  await queryClient.prefetchQuery(listUsernamesQuery(client, { workspace: 'demo' }))
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <h1>{me.value.email}</h1>
      <Members workspace="demo" />
    </HydrationBoundary>
  )
}
