import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createClient } from '@windmill-user-api/client'
import {
  createUserMutation,
  keyOf,
  listUsernamesQuery,
  listUsersAsSuperAdminInfiniteQuery,
  UserApiProvider,
  useListUsernames,
  whoisQuery,
} from '@windmill-user-api/react-query'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'

// The same on every React and TanStack Query that the package names: what came of it goes to stdout.

const members = ['ada', 'grace']
const account = (page) => ({ email: `${page}@example.com` })

/** A server of the few calls that are made. */
async function fetch(...call) {
  const request = new Request(...call)
  const { pathname, searchParams } = new URL(request.url)
  if (pathname.endsWith('/users/add')) {
    members.push((await request.json()).username)
    return new Response('added', { status: 201, headers: { 'Content-Type': 'text/plain' } })
  }
  if (pathname.endsWith('/list_usernames')) return Response.json(members)
  if (pathname.endsWith('/list_as_super_admin')) return Response.json([account(searchParams.get('page'))])
  return new Response('Not found: nobody', { status: 404, headers: { 'Content-Type': 'text/plain' } })
}

const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
const client = createClient({ baseUrl: 'http://localhost:8000/api', auth: { kind: 'none' }, fetch })
const workspace = 'demo'
const katherine = { email: 'katherine@example.com', username: 'katherine', is_admin: false }

function Members() {
  const { data = [] } = useListUsernames({ workspace })
  return data.join(' ')
}

const app = createElement(
  QueryClientProvider,
  { client: queryClient },
  createElement(UserApiProvider, { client }, createElement(Members)),
)

const usernames = listUsernamesQuery(client, { workspace })
await queryClient.fetchQuery(usernames)
const rendered = renderToString(app)
const failed = await queryClient
  .fetchQuery(whoisQuery(client, { workspace, username: 'nobody' }))
  .catch((error) => error)
const mutation = queryClient.getMutationCache().build(queryClient, createUserMutation(client))
const added = await mutation.execute({ workspace, body: katherine })
const isStale = queryClient.getQueryState(usernames.queryKey).isInvalidated
const pages = await queryClient.fetchInfiniteQuery({
  ...listUsersAsSuperAdminInfiniteQuery(client, { per_page: 1 }),
  pages: 2,
})
const keys = queryClient.getQueryCache().findAll({ queryKey: keyOf(client) }).length

console.log(
  JSON.stringify({ rendered, failed: failed.body, added, isStale, pages: pages.pages.flat(), keys }),
)
