import { createRequire } from 'node:module'

// Calls the hooks of one copy of the packages with a client of another, and tells what came of it. Each argument is how a copy is loaded
// and from where: `import`, `require`, and `other` for the copy in `other/`.

const [howClient = 'import', howHooks = 'import'] = process.argv.slice(2)
const require = createRequire(import.meta.url)
const requireOther = createRequire(new URL('other/index.js', import.meta.url))

/** @param {string} how @param {string} name */
async function load(how, name) {
  if (how === 'import') return import(name)
  return how === 'require' ? require(name) : requireOther(name)
}

const ours = await load(howClient, '@windmill-user-api/client')
const theirs = await load(howHooks, '@windmill-user-api/client')
const { UserApiProvider, useListUsernames, listUsernamesQuery, whoisQuery } = await load(
  howHooks,
  '@windmill-user-api/react-query',
)
const { QueryClient, QueryClientProvider } = await load(howHooks, '@tanstack/react-query')
const { createElement } = await load(howHooks, 'react')
const { renderToString } = await load(howHooks, 'react-dom/server')

/** @param {string | URL | Request} resource */
async function fetch(resource) {
  const { pathname } = new URL(typeof resource === 'object' && 'url' in resource ? resource.url : resource)
  if (pathname.endsWith('/list_usernames')) return Response.json(['ada', 'grace'])
  return new Response('Not found: nobody', { status: 404, headers: { 'Content-Type': 'text/plain' } })
}

const client = ours.createClient({ baseUrl: 'http://localhost:8000/api', auth: { kind: 'none' }, fetch })
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
const workspace = 'demo'

function Members() {
  return (useListUsernames({ workspace }).data ?? []).join(' ')
}

await queryClient.fetchQuery(listUsernamesQuery(client, { workspace }))
const provider = createElement(UserApiProvider, { client }, createElement(Members))
const rendered = renderToString(createElement(QueryClientProvider, { client: queryClient }, provider))
const failed = await queryClient
  .fetchQuery(whoisQuery(client, { workspace, username: 'nobody' }))
  .catch((error) => error)

/** Whether a copy of the client knows the error. */
const recognizes = ({ isErrorOf, isErrorOfKind, isUserApiError }) =>
  isUserApiError(failed) && isErrorOf('whois', failed) && isErrorOfKind('status', failed)

console.log(
  JSON.stringify({ rendered, status: failed.status, isRecognized: recognizes(ours) && recognizes(theirs) }),
)
