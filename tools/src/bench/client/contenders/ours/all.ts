import { createUserApi } from '@windmill-user-api/client'

const api = createUserApi({ baseUrl: '/api', auth: { kind: 'bearer', token: 'secret' } })
const workspace = 'demo'
const username = 'ada'
const email = 'ada@example.com'
console.log(
  await api.login({ body: { email, password: 'secret' } }),
  await api.loginWithOauth({ client_name: 'sandbox', body: { code: 'code', state: 'state' } }),
  await api.acceptInvite({ body: { workspace_id: workspace, username } }),
  await api.createUserGlobally({ body: { email, password: 'secret', super_admin: false } }),
  await api.declineInvite({ body: { workspace_id: workspace } }),
  await api.getCurrentEmail(),
  await api.listUsersAsSuperAdmin({ page: 1, per_page: 30 }),
  await api.listWorkspaceInvites(),
  await api.logout(),
  await api.setPassword({ body: { password: 'secret' } }),
  await api.createToken({ body: { label: 'ci' } }),
  await api.deleteToken({ token_prefix: 'Qm3vK9xTzL' }),
  await api.listTokens(),
  await api.globalUserUpdate({ email, body: { is_super_admin: true } }),
  await api.globalWhoami(),
  await api.createUser({ workspace, body: { email, username, is_admin: false } }),
  await api.deleteUser({ workspace, username }),
  await api.leaveWorkspace({ workspace }),
  await api.listUsers({ workspace }),
  await api.listUsernames({ workspace }),
  await api.updateUser({ workspace, username, body: { is_admin: true } }),
  await api.whoami({ workspace }),
  await api.whois({ workspace, username }),
)
