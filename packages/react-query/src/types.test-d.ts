import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useSuspenseQuery,
} from '@tanstack/react-query'
import type { Client, ErrorOf } from '@windmill-user-api/client'
import type { GlobalUserInfo, User } from '@windmill-user-api/types'
import { expectTypeOf, test } from 'vitest'
import {
  createTokenMutation,
  listUsersAsSuperAdminInfiniteQuery,
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
