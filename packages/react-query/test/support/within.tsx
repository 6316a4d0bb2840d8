import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { Client } from '@windmill-user-api/client'
import { type ReactNode, Suspense } from 'react'
import { UserApiProvider } from '../../src/index.ts'

/** What hooks are rendered in: a client, and a cache of their own or this one. */
export function within(client: Client, queryClient = new QueryClient()) {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>
      <UserApiProvider client={client}>
        <Suspense>{children}</Suspense>
      </UserApiProvider>
    </QueryClientProvider>
  )
  return { wrapper, queryClient }
}
