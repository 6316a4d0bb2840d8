import type { components } from '../generated/document/openapi.ts'
import type { CallingAccount } from '../store/admission.ts'
import type { Member } from '../store/members.ts'
import type { Workspace } from '../store/workspaces.ts'

type Schemas = components['schemas']

/** A membership as the wire has it. */
export function presentMember(member: Member): Schemas['User'] {
  return {
    email: member.email,
    username: member.username,
    is_admin: member.is_admin,
    is_super_admin: member.super_admin,
    created_at: member.created_at.toISOString(),
    operator: member.operator,
    disabled: member.disabled,
    groups: ['all'],
  }
}

/** A super admin who looks into a workspace without belonging to it. */
export function presentVisitor(account: CallingAccount): Schemas['User'] {
  return {
    email: account.email,
    username: account.email,
    is_admin: true,
    is_super_admin: true,
    created_at: account.created_at.toISOString(),
    operator: false,
    disabled: false,
    groups: [],
  }
}

/** An account as the wire has it. */
export function presentAccount(account: Omit<CallingAccount, 'created_at'>): Schemas['GlobalUserInfo'] {
  const { email, login_type, super_admin, verified, name, company } = account
  return { email, login_type, super_admin, verified, name, company }
}

/** A workspace as the wire has it. */
export function presentWorkspace({ id, name, owner, domain }: Workspace): Schemas['Workspace'] {
  return { id, name, owner, ...(domain !== null && { domain }) }
}
