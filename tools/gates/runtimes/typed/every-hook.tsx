import {
  type InfiniteData,
  QueryClient,
  QueryClientProvider,
  skipToken,
  useMutation,
  useQuery,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { createClient, type ErrorOf } from '@windmill-user-api/client'
import {
  createTokenMutation,
  keyOf,
  listUsersQuery,
  UserApiProvider,
  useAcceptInvite,
  useClient,
  useCreateToken,
  useCreateUser,
  useCreateUserGlobally,
  useDeclineInvite,
  useDeleteToken,
  useDeleteUser,
  useGetCurrentEmail,
  useGlobalUserUpdate,
  useGlobalWhoami,
  useLeaveWorkspace,
  useListTokens,
  useListUsernames,
  useListUsers,
  useListUsersAsSuperAdmin,
  useListUsersAsSuperAdminInfinite,
  useListWorkspaceInvites,
  useLogin,
  useLoginWithOauth,
  useLogout,
  useSetPassword,
  useUpdateUser,
  useWhoami,
  useWhois,
  whoisQuery,
} from '@windmill-user-api/react-query'
import type { GlobalUserInfo, TruncatedToken, User, WorkspaceInvite } from '@windmill-user-api/types'

// Compiled, and never run: what a user may write, and, with `@ts-expect-error`, what he may not.

const queryClient = new QueryClient()
const client = createClient({ baseUrl: '/api', auth: { kind: 'cookie' } })
const workspace = 'demo'
const ada = { workspace, username: 'ada' }
const account = { email: 'alan@example.com', password: 'enigma-decoded' }

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <UserApiProvider client={client}>
        <Reads />
        <Changes />
      </UserApiProvider>
    </QueryClientProvider>
  )
}

/** Each hook that reads, with the type of what it reads. */
function Reads() {
  const email: string | undefined = useGetCurrentEmail().data
  const me: GlobalUserInfo | undefined = useGlobalWhoami().data
  const accounts: GlobalUserInfo[] | undefined = useListUsersAsSuperAdmin({ page: 2 }).data
  const pages = useListUsersAsSuperAdminInfinite({ per_page: 10 })
  const all: InfiniteData<GlobalUserInfo[], number> | undefined = pages.data
  const invites: WorkspaceInvite[] | undefined = useListWorkspaceInvites().data
  const tokens: TruncatedToken[] | undefined = useListTokens({}, { staleTime: 1000 }).data
  const users: User[] | undefined = useListUsers({ workspace }).data
  const names: string[] | undefined = useListUsernames({ workspace }).data
  const self: User | undefined = useWhoami({ workspace }).data
  const picked: string | undefined = useWhois(ada, { select: (user) => user.email }).data
  const { error } = useWhois(ada)
  if (error) return <p>{explain(error)}</p>
  console.log(email, me, accounts, all, invites, tokens, users, names, self)
  return <p>{picked}</p>
}

/** An input that is not known yet, a query that is switched off, and data from the beginning. */
export function Later({ username, known }: { username: string | undefined; known: User }) {
  const user: User | undefined = useWhois(username === undefined ? skipToken : { workspace, username }).data
  const tokens: TruncatedToken[] | undefined = useListTokens(skipToken, { staleTime: 1000 }).data
  const off: User | undefined = useWhois(ada, { enabled: false, select: (found) => found }).data
  const there: User = useWhois(ada, { initialData: known }, queryClient).data
  const pages = useListUsersAsSuperAdminInfinite(skipToken).data?.pages.flat()
  // @ts-expect-error nothing can wait for a query that is skipped
  useSuspenseQuery(whoisQuery(client, skipToken))
  // @ts-expect-error a username may be missing
  useWhois({ workspace, username })
  const { mutate } = useCreateUser({ invalidation: 'awaited', onMutate: () => 1 }, queryClient)
  console.log(user, tokens, off, there, pages, mutate)
  return null
}

/** Each hook that changes something. */
function Changes() {
  const login = useLogin({ onSuccess: (token) => console.log(token satisfies string) })
  login.mutate({ body: account })
  useLoginWithOauth().mutate({ client_name: 'sandbox', body: { code: 'code', state: 'state' } })
  useAcceptInvite().mutate({ body: { workspace_id: 'starter', username: 'ada' } })
  useDeclineInvite().mutate({ body: { workspace_id: 'starter' } })
  useCreateUserGlobally().mutate({ body: { ...account, super_admin: false } })
  useGlobalUserUpdate().mutate({ email: account.email, body: { is_super_admin: true } })
  useSetPassword().mutate({ body: { password: 'changeme' } })
  useCreateToken().mutate({ body: { label: 'ci' } })
  useDeleteToken().mutate({ token_prefix: 'Qm3vK9xTzL' })
  useCreateUser().mutate({ workspace, body: { email: account.email, username: 'alan', is_admin: false } })
  useUpdateUser().mutate({ ...ada, body: { is_admin: true } })
  useDeleteUser().mutate(ada)
  useLeaveWorkspace().mutate({ workspace })
  useLogout().mutate()
  const { error } = useMutation(createTokenMutation(useClient()))
  return error?.status === 422 ? <p>{error.body satisfies string | undefined}</p> : null
}

/** The status narrows the error that a hook gives, and the compiler knows when no cause is left. */
function explain(error: ErrorOf<'whois'>): string {
  if (error.status === 404) return error.body ?? ''
  return error.kind === 'refused' ? error.argument : error.message
}

export async function withoutHooks(): Promise<void> {
  const user: User = await queryClient.fetchQuery(whoisQuery(client, ada))
  const cached: User[] | undefined = queryClient.getQueryData(listUsersQuery(client, { workspace }).queryKey)
  await queryClient.invalidateQueries({ queryKey: keyOf(client, 'listUsers') })
  console.log(user, cached)
}

/** What must not compile. */
export function Mistakes() {
  const { data } = useQuery(whoisQuery(client, ada))
  // @ts-expect-error it may not be there yet
  const early: User = data
  const there: User = useSuspenseQuery(whoisQuery(client, ada)).data
  // @ts-expect-error a username is missing
  useWhois({ workspace })
  // @ts-expect-error an input is needed
  useDeleteUser().mutate()
  // @ts-expect-error the document has no such operation
  keyOf(client, 'listPlanets')
  // @ts-expect-error a text is no account
  const me: GlobalUserInfo | undefined = useGetCurrentEmail().data
  console.log(early, there, me)
  return null
}
