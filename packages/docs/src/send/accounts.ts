import type { KnownWorld } from '@windmill-user-api/sandbox'
import type { SendAccount } from './settings.ts'

/** Everybody of a world who can log in, each with what they are. */
export function accountsOf({ accounts, members }: KnownWorld): readonly SendAccount[] {
  return accounts.map(({ email, password, name, superAdmin }) => {
    if (superAdmin) return { label: 'the super admin', role: 'super-admin', email, password }
    const first = name?.split(' ')[0] ?? email
    const membership = members.find((member) => member.email === email)
    if (!membership) return { label: `${first}, a user without a workspace`, role: 'user', email, password }
    const { workspace, isAdmin } = membership
    return isAdmin
      ? { label: `${first}, an admin of ${workspace}`, role: 'workspace-admin', email, password }
      : { label: `${first}, a member of ${workspace}`, role: 'member', email, password }
  })
}
