'use client'
import { QueryClientContext } from '@tanstack/react-query'
import type { Client } from '@windmill-user-api/client'
import {
  type Context,
  createContext,
  createElement,
  type FunctionComponent,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  version,
} from 'react'
import { keyOf } from './keys.ts'
import { dropOfOthers, own } from './owner.ts'
import { shared } from './shared.ts'

type ClientContext = Context<Client | undefined>

/** One context for all copies of this package, so that the provider of one serves the hooks of another. Another React renders its own. */
function clientContext(): ClientContext {
  return shared(`client/${version}`, () => createContext<Client | undefined>(undefined))
}

/** What `UserApiProvider` takes. */
export interface UserApiProviderProps {
  /**
   * What `createClient` or `createUserApi` made. Make it once, outside of components, because a new one may be another account: what is held
   * is dropped and read again, also if no provider was shown in between. If you have set its `scope`, the same scope is the same account, and nothing is dropped.
   *
   * @example
   * <UserApiProvider client={client} />
   */
  readonly client: Client
  /**
   * The components whose hooks use the client, so that two parts of an app may talk to two servers. Default: none.
   *
   * @example
   * <UserApiProvider client={client}>{page}</UserApiProvider>
   */
  readonly children?: ReactNode
}

/**
 * Gives the hooks below it their client. It belongs inside TanStack Query's `QueryClientProvider`.
 *
 * @example
 * <UserApiProvider client={client}>
 *   <Members />
 * </UserApiProvider>
 */
export const UserApiProvider: FunctionComponent<UserApiProviderProps> = ({ client, children }) => {
  useOwnResults(client)
  return createElement(clientContext().Provider, { value: client }, children)
}

/** Sees to it that no client shows what another one has read, which may have been in another name. */
function useOwnResults(client: Client): void {
  const queryClient = useContext(QueryClientContext)
  // While rendering, because an effect would come after the children have shown it. TanStack Query tells its observers later.
  useMemo(() => queryClient && dropOfOthers(queryClient, client), [queryClient, client])
  // After each rendering, because one that React has given up may have dropped the results of a client that stays.
  useEffect(() => {
    if (queryClient) own(queryClient, client)
  })
  useEffect(() => {
    // The effects of the children came first: their queries know the new client.
    void queryClient?.refetchQueries({
      queryKey: keyOf(client),
      type: 'active',
      predicate: ({ state }) => state.status === 'pending' && state.fetchStatus === 'idle',
    })
  }, [queryClient, client])
}

/**
 * The client of the nearest `UserApiProvider`.
 *
 * @example
 * const client = useClient()
 * queryClient.prefetchQuery(listUsersQuery(client, { workspace: 'demo' }))
 *
 * @throws Error when there is none.
 */
export function useClient(): Client {
  const client = useContext(clientContext())
  if (client) return client
  throw new Error(
    'no client for the hooks of @windmill-user-api/react-query. Expected a provider above the component, such as <UserApiProvider client={createClient({ … })}>.',
  )
}
