import { needsCredentials, type Operation } from '../../model/index.ts'

/** Who plays a role, and who else may and may not do what it may. The extension `x-role` knows these five. */
export interface Role {
  readonly actor: string
  readonly refused: readonly Other[]
  readonly allowed: readonly Other[]
  /** Whether the role is held in the workspace of the path. */
  readonly inWorkspace: boolean
}

export interface Other {
  readonly actor: string
  readonly who: string
}

const stranger = { actor: 'user', who: 'a user who is no member' }
const outsider = { actor: 'outsider', who: 'an admin of another workspace' }
export const superAdmin = { actor: 'super-admin', who: 'a super admin' }

const roles: Readonly<Record<string, Role>> = {
  anonymous: { actor: 'nobody', refused: [], allowed: [], inWorkspace: false },
  user: { actor: 'user', refused: [], allowed: [superAdmin], inWorkspace: false },
  member: {
    actor: 'member',
    refused: [stranger, outsider, { actor: 'former-member', who: 'somebody who was a member' }],
    allowed: [{ actor: 'workspace-admin', who: 'an admin of the workspace' }, superAdmin],
    inWorkspace: true,
  },
  'workspace-admin': {
    actor: 'workspace-admin',
    refused: [
      stranger,
      { actor: 'member', who: 'a member who is no admin' },
      outsider,
      { actor: 'former-admin', who: 'a member who was an admin' },
    ],
    allowed: [superAdmin],
    inWorkspace: true,
  },
  'super-admin': {
    actor: 'super-admin',
    refused: [
      { actor: 'user', who: 'an ordinary user' },
      { actor: 'workspace-admin', who: 'an admin of a workspace' },
      { actor: 'former-super-admin', who: 'a user who was a super admin' },
    ],
    allowed: [],
    inWorkspace: false,
  },
}

/** Who has the role that an operation needs, and no more. */
export function actorOf(operation: Operation): string {
  return roleOf(operation)?.actor ?? (needsCredentials(operation) ? 'user' : 'nobody')
}

/** Nothing where the document gives no role, or one that the extension does not know. */
export function roleOf({ role }: Operation): Role | undefined {
  return role === undefined ? undefined : roles[role]
}
