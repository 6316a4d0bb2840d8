import { ada, admin, type CallOptions, grace, katherine } from '../../use-sandbox.ts'

type Step = readonly [line: string, options?: CallOptions]

/** Each operation succeeds once, but for the two of an OAuth login, which the test makes by itself. */
export const story: readonly Step[] = [
  ['POST /auth/login', { body: { email: 'ada@example.com', password: 'wrong' } }],
  ['POST /auth/login', { body: { email: 'ada@example.com', password: 'analytical-engine' } }],
  ['GET /oauth/list_logins'],
  ['GET /users/email', { as: ada }],
  ['GET /users/whoami', { as: ada }],
  ['GET /users/tokens/list', { as: ada }],
  ['POST /workspaces/exists', { as: ada, body: { id: 'demo' } }],
  ['GET /workspaces/list', { as: ada }],
  ['GET /workspaces/users', { as: ada }],
  ['GET /workspaces/list_as_superadmin', { as: admin }],
  ['GET /settings/global/automate_username_creation', { as: ada }],
  ['GET /users/list_invites', { as: ada }],
  ['POST /users/tokens/create', { as: ada, body: { label: 'ci', expiration: '2100-01-01T00:00:00Z' } }],
  ['DELETE /users/tokens/delete/0123456789', { as: ada }],
  ['POST /users/setpassword', { as: ada, body: { password: 'analytical-engine' } }],
  ['POST /users/accept_invite', { as: ada, body: { workspace_id: 'starter', username: 'ada' } }],
  [
    'POST /w/demo/workspaces/invite_user',
    { as: grace, body: { email: 'katherine@example.com', is_admin: false } },
  ],
  ['GET /w/demo/workspaces/list_pending_invites', { as: grace }],
  ['POST /users/decline_invite', { as: katherine, body: { workspace_id: 'demo' } }],
  [
    'POST /w/demo/workspaces/invite_user',
    { as: grace, body: { email: 'katherine@example.com', is_admin: false } },
  ],
  [
    'POST /w/demo/workspaces/delete_invite',
    { as: grace, body: { email: 'katherine@example.com', is_admin: false } },
  ],
  [
    'POST /w/demo/users/add',
    { as: grace, body: { email: 'katherine@example.com', username: 'katherine', is_admin: true } },
  ],
  ['GET /w/demo/users/list', { as: ada }],
  ['GET /w/demo/users/list_usernames', { as: ada }],
  ['GET /w/demo/users/whoami', { as: ada }],
  ['GET /w/everybody/users/whoami', { as: admin }],
  ['GET /w/demo/users/whois/katherine', { as: ada }],
  ['POST /w/demo/users/update/ada', { as: grace, body: { is_admin: true } }],
  ['POST /w/demo/users/update/ada', { as: grace, body: { is_admin: false } }],
  ['POST /w/everybody/users/update/zoe', { as: admin, body: { is_admin: false } }],
  ['POST /w/everybody/users/leave_workspace', { as: admin }],
  ['POST /w/demo/users/leave_workspace', { as: katherine }],
  [
    'POST /w/demo/users/add',
    { as: grace, body: { email: 'katherine@example.com', username: 'katherine', is_admin: false } },
  ],
  ['POST /w/demo/workspaces/leave', { as: katherine }],
  ['DELETE /w/demo/users/delete/ada', { as: grace }],
  ['GET /users/list_as_super_admin?page=2&per_page=100', { as: admin }],
  [
    'POST /users/create',
    { as: admin, body: { email: 'alan@example.com', password: 'enigma-decoded', super_admin: false } },
  ],
  ['POST /users/update/katherine@example.com', { as: admin, body: { is_super_admin: true } }],
  ['POST /users/update/katherine@example.com', { as: admin, body: { is_super_admin: false } }],
  [
    'POST /workspaces/create',
    { as: katherine, body: { id: 'analytics', name: 'Analytics', username: 'katherine' } },
  ],
  ['DELETE /w/analytics/workspaces/delete', { as: katherine }],
  [
    'POST /workspaces/create',
    { as: katherine, body: { id: 'analytics', name: 'Analytics', username: 'katherine' } },
  ],
  ['DELETE /workspaces/delete/analytics', { as: admin }],
  ['DELETE /users/delete/katherine@example.com', { as: admin }],
  ['POST /users/logout', { as: ada }],
  ['POST /auth/logout', { as: grace }],
]
