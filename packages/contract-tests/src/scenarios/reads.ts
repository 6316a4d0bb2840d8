import { changesNothing } from './changes-nothing.ts'

const none = () => ({})

/** What every read has to leave as it is. */
export const reads = {
  getCurrentEmail: changesNothing({ operation: 'getCurrentEmail', input: none }),
  globalWhoami: changesNothing({ operation: 'globalWhoami', input: none }),
  listTokens: changesNothing({ operation: 'listTokens', input: none }),
  listWorkspaceInvites: changesNothing({ operation: 'listWorkspaceInvites', input: none }),
  listUsersAsSuperAdmin: changesNothing({
    operation: 'listUsersAsSuperAdmin',
    by: 'super-admin',
    input: none,
  }),
  listUsers: changesNothing({ operation: 'listUsers', input: ({ workspace }) => ({ path: { workspace } }) }),
  listUsernames: changesNothing({
    operation: 'listUsernames',
    input: ({ workspace }) => ({ path: { workspace } }),
  }),
  whoami: changesNothing({ operation: 'whoami', input: ({ workspace }) => ({ path: { workspace } }) }),
  whois: changesNothing({ operation: 'whois', input: (path) => ({ path }) }),
} as const
