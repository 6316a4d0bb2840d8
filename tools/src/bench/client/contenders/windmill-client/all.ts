import { OpenAPI, UserService, WorkspaceService } from 'windmill-client'

OpenAPI.BASE = '/api'
OpenAPI.TOKEN = 'secret'
const workspace = 'demo'
const username = 'ada'
const email = 'ada@example.com'
console.log(
  await UserService.login({ requestBody: { email, password: 'secret' } }),
  await UserService.loginWithOauth({ clientName: 'sandbox', requestBody: { code: 'code', state: 'state' } }),
  await UserService.acceptInvite({ requestBody: { workspace_id: workspace, username } }),
  await UserService.createUserGlobally({ requestBody: { email, password: 'secret', super_admin: false } }),
  await UserService.declineInvite({ requestBody: { workspace_id: workspace } }),
  await UserService.getCurrentEmail(),
  await UserService.listUsersAsSuperAdmin({ page: 1, perPage: 30 }),
  await UserService.listWorkspaceInvites(),
  await UserService.logout(),
  await UserService.setPassword({ requestBody: { password: 'secret' } }),
  await UserService.createToken({ requestBody: { label: 'ci' } }),
  await UserService.deleteToken({ tokenPrefix: 'Qm3vK9xTzL' }),
  await UserService.listTokens(),
  await UserService.globalUserUpdate({ email, requestBody: { is_super_admin: true } }),
  await UserService.globalWhoami(),
  // what was createUser is called so today
  await WorkspaceService.addUser({
    workspace,
    requestBody: { email, username, is_admin: false, operator: false },
  }),
  await UserService.deleteUser({ workspace, username }),
  await WorkspaceService.leaveWorkspace({ workspace }),
  await UserService.listUsers({ workspace }),
  await UserService.listUsernames({ workspace }),
  await UserService.updateUser({ workspace, username, requestBody: { is_admin: true } }),
  await UserService.whoami({ workspace }),
  await UserService.whois({ workspace, username }),
)
