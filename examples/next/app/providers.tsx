'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createClient } from '@windmill-user-api/client'
import { UserApiProvider } from '@windmill-user-api/react-query'
import { type ReactNode, useState } from 'react'
import { scope } from './scope'

const client = createClient({ baseUrl: '/api', auth: { kind: 'cookie' }, scope })

export function Providers({ children }: { readonly children: ReactNode }) {
  // One per person: on the server this renders for everybody. What the server has read counts as fresh for a minute.
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } }),
  )
  return (
    <QueryClientProvider client={queryClient}>
      <UserApiProvider client={client}>{children}</UserApiProvider>
    </QueryClientProvider>
  )
}
