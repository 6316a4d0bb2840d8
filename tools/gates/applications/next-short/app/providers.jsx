'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createClient } from '@windmill-user-api/client'
import { UserApiProvider } from '@windmill-user-api/react-query'
import { useState } from 'react'
import { scope } from './scope'

const client = createClient({ baseUrl: '/api', auth: { kind: 'cookie' }, scope })

export function Providers({ children }) {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } }),
  )
  return (
    <QueryClientProvider client={queryClient}>
      <UserApiProvider client={client}>{children}</UserApiProvider>
    </QueryClientProvider>
  )
}
