import type { KnownWorld } from './world.ts'

const admin = 'admin@windmill.dev'

/** A fresh instance: the super admin `admin@windmill.dev` / `changeme` and the workspaces `starter` and `demo`. */
export const initialWorld: KnownWorld = {
  accounts: [
    {
      email: admin,
      password: 'changeme',
      superAdmin: true,
      name: 'Admin',
      company: 'Windmill',
    },
  ],
  workspaces: [
    { id: 'starter', name: 'Starter', owner: admin },
    { id: 'demo', name: 'Demo', owner: admin },
  ],
  members: [
    { workspace: 'starter', email: admin, username: 'admin', isAdmin: true },
    { workspace: 'demo', email: admin, username: 'admin', isAdmin: true },
  ],
  invites: [],
  tokens: [],
}
