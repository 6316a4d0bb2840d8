import type { Database } from '../database/schema.ts'
import { findMemberByEmail, hasOtherAdmin, insertMember, type Member } from '../store/members.ts'
import { lockWorkspace } from '../store/workspaces.ts'
import { badRequest, notFound } from './refusal.ts'
import { refuseReserved } from './username.ts'

type NewMember = Pick<Member, 'workspace_id' | 'username' | 'email' | 'is_admin' | 'created_at'>

/** Begins a change of who belongs to a workspace: see `lockWorkspace`. */
export async function enterWorkspace(database: Database, workspace: string): Promise<void> {
  if (!(await lockWorkspace(database, workspace))) throw unknownWorkspace(workspace)
}

/** What a super admin is told, who may know which workspaces there are. */
export function unknownWorkspace(workspace: string) {
  return notFound(`there is no workspace ${workspace}`)
}

/** Makes an e-mail a member, unless it is one already or the username is not free. */
export async function addMember(database: Database, member: NewMember): Promise<void> {
  refuseReserved(member.username)
  await refuseMember(database, member.workspace_id, member.email)
  if (await insertMember(database, member)) return
  throw badRequest(`the username ${member.username} is taken in ${member.workspace_id}`)
}

/** Refuses an e-mail that is a member already. */
export async function refuseMember(database: Database, workspace: string, email: string): Promise<void> {
  if (!(await findMemberByEmail(database, workspace, email))) return
  throw badRequest(`${email} is a member of ${workspace} already`)
}

/** Refuses to go on without this member where the workspace would be left without an admin. */
export async function keepAnAdmin(
  database: Database,
  member: Pick<Member, 'workspace_id' | 'username' | 'is_admin'>,
): Promise<void> {
  if (!member.is_admin || (await hasOtherAdmin(database, member))) return
  throw badRequest(`${member.username} is the last admin of ${member.workspace_id}`)
}
