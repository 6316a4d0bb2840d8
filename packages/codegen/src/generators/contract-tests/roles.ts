import { needsCredentials, type Operation } from '../../model/index.ts'

/** Who plays a role, and who else may and may not do what it may. The extension `x-role` knows these five. */
export interface Role {
  readonly caller: string
  readonly refused: readonly Other[]
  readonly allowed: readonly Other[]
  /** Whether the role is held in the workspace of the path. */
  readonly inWorkspace: boolean
}

export interface Other {
  readonly caller: string
  readonly who: string
  /** Whether the caller has lost the role: then a call was also made right after that. */
  readonly hasLost?: true
}

const stranger = { caller: 'user', who: 'a user who is not a member' }
const outsider = { caller: 'outsider', who: 'an admin of another workspace' }
/** Who is between roles, or has lost one, and so may do nothing in the workspace. */
const between = [
  { caller: 'invitee', who: 'somebody who was invited and has not accepted' },
  { caller: 'former-invitee', who: 'somebody who was invited and has declined' },
  { caller: 'former-admin-who-left', who: 'somebody who was an admin and has left', hasLost: true },
  {
    caller: 'former-account',
    who: 'somebody whose account was an admin, was deleted and created again',
    hasLost: true,
  },
  { caller: 'former-super-admin', who: 'somebody who was a super admin', hasLost: true },
] as const
const superAdminMember = { caller: 'super-admin-member', who: 'a super admin who is an ordinary member' }
export const superAdmin = { caller: 'super-admin', who: 'a super admin' }

const roles: Readonly<Record<string, Role>> = {
  anonymous: { caller: 'nobody', refused: [], allowed: [], inWorkspace: false },
  user: { caller: 'user', refused: [], allowed: [superAdmin], inWorkspace: false },
  member: {
    caller: 'member',
    refused: [
      stranger,
      outsider,
      { caller: 'former-member', who: 'somebody who was a member', hasLost: true },
      ...between,
    ],
    allowed: [{ caller: 'workspace-admin', who: 'an admin of the workspace' }, superAdmin, superAdminMember],
    inWorkspace: true,
  },
  'workspace-admin': {
    caller: 'workspace-admin',
    refused: [
      stranger,
      { caller: 'member', who: 'a member who is not an admin' },
      outsider,
      { caller: 'former-admin', who: 'a member who was an admin', hasLost: true },
      ...between,
    ],
    allowed: [superAdmin, superAdminMember],
    inWorkspace: true,
  },
  'super-admin': {
    caller: 'super-admin',
    refused: [
      { caller: 'user', who: 'an ordinary user' },
      { caller: 'workspace-admin', who: 'an admin of a workspace' },
      { caller: 'former-super-admin', who: 'somebody who was a super admin', hasLost: true },
      {
        caller: 'former-super-admin-account',
        who: 'somebody whose account was a super admin, was deleted and created again',
        hasLost: true,
      },
    ],
    allowed: [],
    inWorkspace: false,
  },
}

/** Who has the role that an operation needs, and no more. */
export function callerOf(operation: Operation): string {
  return roleOf(operation)?.caller ?? (needsCredentials(operation) ? 'user' : 'nobody')
}

/** Nothing where the document gives no role, or one that the extension does not know. */
export function roleOf({ role }: Operation): Role | undefined {
  return role === undefined ? undefined : roles[role]
}

/** Whether a path value is the workspace in which the role of the operation is held: a stranger may not learn of it. */
export function isWorkspaceOfRole(operation: Operation, parameter: string): boolean {
  return roleOf(operation)?.inWorkspace === true && parameter === 'workspace'
}
