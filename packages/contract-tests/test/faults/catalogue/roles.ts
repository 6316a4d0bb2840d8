import { type Operation, operations } from '../document.ts'
import { cache, itemsOf, letIn, objectOf, plain } from '../operators.ts'
import { type Call, tokenOf } from '../proxy/call.ts'
import type { Memory } from '../proxy/memory.ts'
import type { Serve, Server } from '../proxy/server.ts'
import { type Family, family, type Member } from './family.ts'

const inWorkspace = operations.filter(({ path }) => path.startsWith('/w/'))
const adminsOnly = inWorkspace.filter(({ role }) => role === 'workspace-admin')
const superOnly = operations.filter(({ role }) => role === 'super-admin')
const status = /403|404|20[01]|status/

/** Callers who are between roles, have two, or had one: each with every operation. */
export const roleFaults = (): readonly Family[] => [
  letting('an invitee is a member', inWorkspace, 'lets an invitee in who has not accepted', isInvited),
  letting('who declined is a member', inWorkspace, 'lets somebody in who has declined', (call, server) =>
    server.memory.declined.has(membershipOf(call, server)),
  ),
  letting('who left is a member', inWorkspace, 'lets somebody in who has left', (call, server) =>
    server.memory.left.has(membershipOf(call, server)),
  ),
  letting(
    'a new account has the memberships of a deleted one',
    inWorkspace,
    'lets an account in that was a member, was deleted and created again',
    (call, server) => isDeleted(call, server) && server.memory.members.has(membershipOf(call, server)),
  ),
  letting(
    'a new account has the rights of a deleted super admin',
    superOnly,
    'lets an account in that was a super admin, was deleted and created again',
    (call, server) => isDeleted(call, server) && wasSuperAdmin(call, server),
  ),
  letting(
    'a demoted super admin still enters workspaces',
    inWorkspace,
    'lets a former super admin into a workspace',
    wasSuperAdmin,
  ),
  family('authorization', 'a member who is a super admin has the lower role', 3, inWorkspace.map(lower)),
  caching('a former member', inWorkspace.filter(isPublished), membershipIn('members')),
  caching('a former admin', adminsOnly.filter(isPublished), membershipIn('admins')),
  caching('a former super admin', superOnly.filter(isPublished), (call, server) =>
    wasSuperAdmin(call, server) ? server.caller(call)?.email : undefined,
  ),
]

/** Internal operations are not called before a role ends. */
function isPublished({ isInternal }: Operation): boolean {
  return !isInternal
}

type IsMeant = (call: Call, server: Server) => boolean | Promise<boolean>

/** What is refused with 403 is done in the name of the super admin. */
function letting(kind: string, where: readonly Operation[], what: string, isMeant: IsMeant): Family {
  return roleFamily(kind, where, what, () => letIn(403, isMeant))
}

/** A role that has ended lives on for a moment where it was used: the suite uses it with the operations of the contract alone. */
function caching(
  who: string,
  where: readonly Operation[],
  keyOf: (call: Call, server: Server) => string | undefined,
): Family {
  const what = `lets ${who} in for three seconds`
  const used = where.filter(({ isInternal }) => !isInternal)
  return roleFamily(`${who} is still one for a moment`, used, what, () => cache({ refusal: 403, keyOf }))
}

function roleFamily(kind: string, where: readonly Operation[], what: string, plant: () => Serve): Family {
  return family(
    'authorization',
    kind,
    3,
    where.map(({ id }): Member => ({ operation: id, what, mentions: status, plant })),
  )
}

function membershipOf(call: Call, server: Server): string {
  return `${call.path['workspace']} ${server.caller(call)?.email}`
}

function membershipIn(set: keyof Pick<Memory, 'members' | 'admins'>) {
  return (call: Call, server: Server) => {
    const membership = membershipOf(call, server)
    return server.memory[set].has(membership) ? membership : undefined
  }
}

async function isInvited(call: Call, server: Server): Promise<boolean> {
  const invites = await server.ask('GET', '/users/list_invites', tokenOf(call))
  if (!invites.ok) return false
  const items = await itemsOf(invites)
  return items.some(({ workspace_id }) => workspace_id === call.path['workspace'])
}

function isDeleted(call: Call, server: Server): boolean {
  return server.memory.deleted.has(server.caller(call)?.email ?? '')
}

function wasSuperAdmin(call: Call, server: Server): boolean {
  return server.memory.superAdmins.has(server.caller(call)?.email ?? '')
}

/** A super admin who is also an ordinary member may only do what a member may, or nothing. */
function lower({ id }: Operation): Member {
  return {
    operation: id,
    what: 'refuses a super admin who is an ordinary member',
    mentions: status,
    plant: () => async (call, server) => {
      if (!call.isOwn) return server.send(call)
      const path = `/w/${encodeURIComponent(call.path['workspace'] ?? '')}/users/whoami`
      const me = await server.ask('GET', path, tokenOf(call))
      const { username, is_super_admin } = me.ok ? await objectOf(me) : {}
      const isMember = is_super_admin === true && !String(username).includes('@')
      return isMember ? plain(403, 'Forbidden: the role of a member does not allow it') : server.send(call)
    },
  }
}
