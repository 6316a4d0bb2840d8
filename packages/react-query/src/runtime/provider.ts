'use client'
import type { Client } from '@windmill-user-api/client'
import {
  type Context,
  createContext,
  createElement,
  type FunctionComponent,
  type ReactNode,
  useContext,
  version,
} from 'react'

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
   * What `createClient` or `createUserApi` made. Make it once, outside of components, because a new one knows nothing of a token that was
   * renewed.
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
export const UserApiProvider: FunctionComponent<UserApiProviderProps> = ({ client, children }) =>
  createElement(clientContext().Provider, { value: client }, children)

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
