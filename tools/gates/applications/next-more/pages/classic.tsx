import {
  type DehydratedState,
  dehydrate,
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
} from '@tanstack/react-query'
import { createClient } from '@windmill-user-api/client'
import { listUsernamesQuery, UserApiProvider, useListUsernames } from '@windmill-user-api/react-query'
import { useState } from 'react'

const scope = 'user-api'
const workspace = 'demo'
const browserClient = createClient({ baseUrl: '/api', auth: { kind: 'cookie' }, scope })

export async function getServerSideProps() {
  const { USER_API = '', USER_API_TOKEN: token = '' } = process.env
  const client = createClient({ baseUrl: USER_API, auth: { kind: 'bearer', token }, scope })
  const queryClient = new QueryClient()
  await queryClient.prefetchQuery(listUsernamesQuery(client, { workspace }))
  return { props: { state: dehydrate(queryClient) } }
}

/** A page of the Pages Router, which renders what the server has read. */
export default function Classic({ state }: { readonly state: DehydratedState }) {
  const [queryClient] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={queryClient}>
      <HydrationBoundary state={state}>
        <UserApiProvider client={browserClient}>
          <Members />
        </UserApiProvider>
      </HydrationBoundary>
    </QueryClientProvider>
  )
}

function Members() {
  const { data = [] } = useListUsernames({ workspace })
  return <p>{data.join(', ')}</p>
}
