import {
  type InfiniteData,
  type QueryClient,
  skipToken,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useSuspenseInfiniteQuery,
  useSuspenseQueries,
  useSuspenseQuery,
} from '@tanstack/react-query'
import type { Client, ErrorOf } from '@windmill-user-api/client'
import type { GlobalUserInfo, TruncatedToken, User } from '@windmill-user-api/types'
import { expectTypeOf, test } from 'vitest'
import {
  createTokenMutation,
  listTokensQuery,
  listUsersAsSuperAdminInfiniteQuery,
  useCreateUser,
  useListTokens,
  useListUsersAsSuperAdminInfinite,
  useLogout,
  useWhois,
  whoisQuery,
} from './index.ts'

declare const client: Client
declare const queryClient: QueryClient
const input = { workspace: 'demo', username: 'ada' }

test('a query has the data and the errors of its operation', () => {
  const { data, error } = useQuery(whoisQuery(client, input))
  expectTypeOf(data).toEqualTypeOf<User | undefined>()
  expectTypeOf(error).toEqualTypeOf<ErrorOf<'whois'> | null>()
  expectTypeOf(useSuspenseQuery(whoisQuery(client, input)).data).toEqualTypeOf<User>()
  expectTypeOf(useWhois(input).error).toEqualTypeOf<ErrorOf<'whois'> | null>()
})

test('select makes the data of a hook', () => {
  const { data } = useWhois(input, { select: ({ email }) => email })
  expectTypeOf(data).toEqualTypeOf<string | undefined>()
})

test('the cache knows the data by the key', () => {
  const { queryKey } = whoisQuery(client, input)
  expectTypeOf(queryClient.getQueryData(queryKey)).toEqualTypeOf<User | undefined>()
  expectTypeOf(queryClient.fetchQuery(whoisQuery(client, input))).resolves.toEqualTypeOf<User>()
})

test('an input is held to the document', () => {
  // @ts-expect-error an input is needed
  whoisQuery(client)
  // @ts-expect-error `username` is missing
  useWhois({ workspace: 'demo' })
})

test('an infinite query has the pages and the errors of its operation', () => {
  const { data, error } = useInfiniteQuery(listUsersAsSuperAdminInfiniteQuery(client))
  expectTypeOf(data).toEqualTypeOf<InfiniteData<GlobalUserInfo[], number> | undefined>()
  expectTypeOf(error).toEqualTypeOf<ErrorOf<'listUsersAsSuperAdmin'> | null>()
  const { data: first } = useListUsersAsSuperAdminInfinite({}, { select: ({ pages }) => pages[0] })
  expectTypeOf(first).toEqualTypeOf<GlobalUserInfo[] | undefined>()
})

test('a mutation has the input, the data and the errors of its operation', () => {
  const { data, error, mutate } = useMutation(createTokenMutation(client))
  expectTypeOf(data).toEqualTypeOf<string | undefined>()
  expectTypeOf(error).toEqualTypeOf<ErrorOf<'createToken'> | null>()
  mutate({ body: { label: 'ci' } })
  // @ts-expect-error the body is missing
  mutate({})
  useLogout().mutate()
})

declare const username: string | undefined

test('an input may be skipToken for as long as it is unknown', () => {
  const known = username === undefined ? skipToken : { workspace: 'demo', username }
  expectTypeOf(useWhois(known).data).toEqualTypeOf<User | undefined>()
  expectTypeOf(useWhois(known, { enabled: true, staleTime: 60_000 }).data).toEqualTypeOf<User | undefined>()
  expectTypeOf(useQuery(whoisQuery(client, known)).data).toEqualTypeOf<User | undefined>()
  expectTypeOf(useListTokens(skipToken).data).toEqualTypeOf<TruncatedToken[] | undefined>()
  expectTypeOf(useListTokens(username ? {} : skipToken).data).toEqualTypeOf<TruncatedToken[] | undefined>()
  const pages = useListUsersAsSuperAdminInfinite(username ? { per_page: 5 } : skipToken)
  expectTypeOf(pages.data).toEqualTypeOf<InfiniteData<GlobalUserInfo[], number> | undefined>()
  // @ts-expect-error nothing can wait for a query that is skipped
  useSuspenseQuery(whoisQuery(client, known))
  // @ts-expect-error nor for its pages
  useSuspenseInfiniteQuery(listUsersAsSuperAdminInfiniteQuery(client, skipToken))
  // @ts-expect-error `username` may be undefined
  useWhois({ workspace: 'demo', username })
})

test('a query can be switched off with required, optional and no input', () => {
  useWhois(input, { enabled: false })
  useWhois(input, { enabled: ({ state }) => state.data === undefined })
  useListTokens({}, { enabled: false })
  useListTokens(undefined, { enabled: false })
  useQuery({ ...listTokensQuery(client), enabled: false })
})

declare const ada: User

test('with initial data, data is there from the beginning', () => {
  expectTypeOf(useWhois(input, { initialData: ada }).data).toEqualTypeOf<User>()
  expectTypeOf(
    useWhois(input, { initialData: ada, select: ({ email }) => email }).data,
  ).toEqualTypeOf<string>()
  expectTypeOf(useQuery({ ...whoisQuery(client, input), initialData: ada }).data).toEqualTypeOf<User>()
  expectTypeOf(useWhois(input, { placeholderData: ada }).data).toEqualTypeOf<User | undefined>()
})

test('options work with every other hook and function of TanStack Query', () => {
  const [user, tokens] = useQueries({ queries: [whoisQuery(client, input), listTokensQuery(client)] })
  expectTypeOf(user.data).toEqualTypeOf<User | undefined>()
  expectTypeOf(tokens.error).toEqualTypeOf<ErrorOf<'listTokens'> | null>()
  const [there] = useSuspenseQueries({ queries: [whoisQuery(client, input)] })
  expectTypeOf(there.data).toEqualTypeOf<User>()
  const all = useSuspenseInfiniteQuery(listUsersAsSuperAdminInfiniteQuery(client))
  expectTypeOf(all.data).toEqualTypeOf<InfiniteData<GlobalUserInfo[], number>>()
  expectTypeOf(queryClient.ensureQueryData(whoisQuery(client, input))).resolves.toEqualTypeOf<User>()
  expectTypeOf(
    queryClient.ensureInfiniteQueryData(listUsersAsSuperAdminInfiniteQuery(client)),
  ).resolves.toEqualTypeOf<InfiniteData<GlobalUserInfo[], number>>()
  queryClient.setQueryData(whoisQuery(client, input).queryKey, (held) => held && { ...held, is_admin: true })
  // @ts-expect-error a user is no text
  queryClient.setQueryData(whoisQuery(client, input).queryKey, 'ada')
})

test('select narrows the options of a query that are spread', () => {
  const emailOf = { ...whoisQuery(client, input), select: ({ email }: User) => email }
  expectTypeOf(useQuery(emailOf).data).toEqualTypeOf<string | undefined>()
})

test('a mutation knows what its own onMutate returns', () => {
  useCreateUser({
    onMutate: () => ({ before: ['ada'] }),
    onError: (_error, _input, onMutateResult) =>
      expectTypeOf(onMutateResult).toEqualTypeOf<{ before: string[] } | undefined>(),
    invalidation: 'awaited',
  })
  useMutation({
    ...createTokenMutation(client, { invalidation: 'off' }),
    onMutate: () => ({ before: 1 }),
    onError: (error, { body }, onMutateResult) => {
      expectTypeOf(error).toEqualTypeOf<ErrorOf<'createToken'>>()
      expectTypeOf(body.label).toEqualTypeOf<string | null | undefined>()
      expectTypeOf(onMutateResult).toEqualTypeOf<{ before: number } | undefined>()
    },
  })
})
