import { unknownWorkspace } from '../domain/membership.ts'
import { forbidden } from '../domain/refusal.ts'
import type { Caller, WorkspaceCaller } from '../handler.ts'
import type { Authenticated } from './authenticate.ts'
import { malformed } from './read-path.ts'

/** @throws {@link Refusal} `Forbidden` for everybody else. */
export function refuseOrdinaryUser({ account }: Caller): void {
  if (!account.super_admin) throw forbidden('this needs a super admin')
}

/**
 * Lets a member, or a super admin, into a workspace.
 *
 * @param workspace - Undefined where the path's value could not be decoded, and so names no workspace.
 * @throws {@link Refusal} To a stranger, a workspace that does not exist and one that he is no member of look the same.
 */
export function enter<Caller extends Authenticated>(
  caller: Caller,
  workspace: string | undefined,
  path: string,
): Caller & WorkspaceCaller {
  const { account, member, version } = caller
  if (!member && !account.super_admin)
    throw forbidden(`${account.email} is no member of ${workspace ?? 'it'}`)
  if (workspace === undefined) throw malformed(path)
  if (version === undefined) throw unknownWorkspace(workspace)
  return { ...caller, member, version }
}

/** @throws {@link Refusal} `Forbidden` for an ordinary member. */
export function refuseOrdinaryMember({ account, member }: WorkspaceCaller, workspace: string): void {
  if (!account.super_admin && !member?.is_admin) throw forbidden(`this needs an admin of ${workspace}`)
}
