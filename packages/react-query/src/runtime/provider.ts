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
  useState,
  version,
} from 'react'
import { dropAccount } from './account.ts'
import { keyOf } from './keys.ts'

type ClientContext = Context<Client | undefined>

/**
 * One context for all copies of this package, so that the provider of one serves the hooks of another: ESM beside CommonJS, or two
 * versions. Another React has another one, because it renders contexts in its own way.
 */
function clientContext(): ClientContext {
  const name = Symbol.for(`@windmill-user-api/react-query/client/${version}`)
  // Nobody else writes under this name.
  const shared = globalThis as { [name]?: ClientContext }
  shared[name] ??= createContext<Client | undefined>(undefined)
  return shared[name]
}

/** What `UserApiProvider` takes. */
export interface UserApiProviderProps {
  /**
   * What `createClient` or `createUserApi` made. Make it once, outside of components, because a new one may be another account: what is held
   * is dropped and read again. If you have set its `scope`, the same scope is the same account, and nothing is dropped.
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
  const [before, setBefore] = useState(client)
  if (before !== client) {
    setBefore(client)
    // The default scope is a server, where anybody may be signed in. One that the application has given is an account.
    const isAccount = client.scope !== client.baseUrl
    // While rendering, because an effect would come after the children have shown it. TanStack Query tells its observers later.
    if (queryClient && !isAccount && before.scope === client.scope) dropAccount(queryClient, client)
  }
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
