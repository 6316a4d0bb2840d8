import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { createClient } from '@windmill-user-api/client'
import { listUsernamesQuery } from '@windmill-user-api/react-query'
import { connection } from 'next/server'
import { Members } from './members'
import { scope } from './scope'

export default async function Page() {
  // Not while the application is built.
  await connection()
  const auth = { kind: 'bearer', token: process.env.USER_API_TOKEN }
  const client = createClient({ baseUrl: process.env.USER_API, auth, scope })
  const queryClient = new QueryClient()
  await queryClient.prefetchQuery(listUsernamesQuery(client, { workspace: 'demo' }))
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <Members workspace="demo" />
    </HydrationBoundary>
  )
}
