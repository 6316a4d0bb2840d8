import createClient from 'openapi-fetch'
import type { paths } from '../../generated/openapi-fetch/schema'

const client = createClient<paths>({ baseUrl: '/api', headers: { Authorization: 'Bearer secret' } })
const workspace = 'demo'
const username = 'ada'
const email = 'ada@example.com'
const inWorkspace = { params: { path: { workspace } } }
const member = { params: { path: { workspace, username } } }
const parseAs = 'text'
console.log(
  (await client.POST('/auth/login', { body: { email, password: 'secret' }, parseAs })).data,
  (
    await client.POST('/oauth/login_callback/{client_name}', {
      params: { path: { client_name: 'sandbox' } },
      body: { code: 'code', state: 'state' },
      parseAs,
    })
  ).data,
  (await client.POST('/users/accept_invite', { body: { workspace_id: workspace, username }, parseAs })).data,
  (await client.POST('/users/create', { body: { email, password: 'secret', super_admin: false }, parseAs }))
    .data,
  (await client.POST('/users/decline_invite', { body: { workspace_id: workspace }, parseAs })).data,
  (await client.GET('/users/email', { parseAs })).data,
  (await client.GET('/users/list_as_super_admin', { params: { query: { page: 1, per_page: 30 } } })).data,
  (await client.GET('/users/list_invites')).data,
  (await client.POST('/users/logout', { parseAs })).data,
  (await client.POST('/users/setpassword', { body: { password: 'secret' }, parseAs })).data,
  (await client.POST('/users/tokens/create', { body: { label: 'ci' }, parseAs })).data,
  (
    await client.DELETE('/users/tokens/delete/{token_prefix}', {
      params: { path: { token_prefix: 'Qm3vK9xTzL' } },
      parseAs,
    })
  ).data,
  (await client.GET('/users/tokens/list')).data,
  (
    await client.POST('/users/update/{email}', {
      params: { path: { email } },
      body: { is_super_admin: true },
      parseAs,
    })
  ).data,
  (await client.GET('/users/whoami')).data,
  (
    await client.POST('/w/{workspace}/users/add', {
      ...inWorkspace,
      body: { email, username, is_admin: false },
      parseAs,
    })
  ).data,
  (await client.DELETE('/w/{workspace}/users/delete/{username}', { ...member, parseAs })).data,
  (await client.POST('/w/{workspace}/users/leave_workspace', { ...inWorkspace, parseAs })).data,
  (await client.GET('/w/{workspace}/users/list', inWorkspace)).data,
  (await client.GET('/w/{workspace}/users/list_usernames', inWorkspace)).data,
  (
    await client.POST('/w/{workspace}/users/update/{username}', {
      ...member,
      body: { is_admin: true },
      parseAs,
    })
  ).data,
  (await client.GET('/w/{workspace}/users/whoami', inWorkspace)).data,
  (await client.GET('/w/{workspace}/users/whois/{username}', member)).data,
)
