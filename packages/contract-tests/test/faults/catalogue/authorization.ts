import { type Operation, operations } from '../document.ts'
import { letIn, onBody, plain, pretend } from '../operators.ts'
import { type Call, tokenOf, withToken } from '../proxy/call.ts'
import type { Server } from '../proxy/server.ts'
import { byHand, type Family, family, type Member } from './family.ts'

const published = operations.filter(({ isInternal }) => !isInternal)
const inWorkspace = published.filter(({ path }) => path.startsWith('/w/'))
const adminsOnly = inWorkspace.filter(({ role }) => role === 'workspace-admin')
const superOnly = published.filter(({ role }) => role === 'super-admin')
const status = /403|404|20[01]|status/

/** Servers that let somebody do what only another may, or refuse who may. */
export const authorizationFaults = (): readonly Family[] => [
  family(
    'authorization',
    'a member does what an admin may',
    3,
    adminsOnly.map(letting('a member', isMember)),
  ),
  family(
    'authorization',
    'a stranger acts in a workspace',
    6,
    inWorkspace.map(letting('a stranger', isStranger)),
  ),
  family(
    'authorization',
    'a user does what a super admin may',
    3,
    superOnly.map(letting('everybody', () => true)),
  ),
  family(
    'authorization',
    'a workspace admin is a super admin',
    3,
    superOnly.map(letting('admins of a workspace', isSomeAdmin)),
  ),
  family('authorization', 'a removed member is still one', 4, inWorkspace.map(wasMember)),
  family('authorization', 'a demoted admin is still one', 3, adminsOnly.map(wasAdmin)),
  family('authorization', 'a demoted super admin is still one', 3, superOnly.map(wasSuperAdmin)),
  family(
    'authorization',
    'a super admin may not enter',
    4,
    inWorkspace.filter(({ id }) => id !== 'leaveWorkspace').map(shutOut),
  ),
  family('authorization', 'an admin is refused', 3, adminsOnly.map(refuseAdmins)),
  byHand('authorization', byHandOnly),
]

function letting(
  who: string,
  isMeant: (call: Call, server: Server) => boolean | Promise<boolean>,
): (operation: Operation) => Member {
  return ({ id }) => ({
    operation: id,
    what: `lets ${who} in`,
    mentions: status,
    plant: () => letIn(403, isMeant),
  })
}

interface Membership {
  readonly username?: string
  readonly is_admin?: boolean
}

async function whoami(call: Call, server: Server): Promise<Membership | undefined> {
  const response = await server.ask('GET', `/w/${call.path['workspace']}/users/whoami`, tokenOf(call))
  return response.ok ? ((await response.json()) as Membership) : undefined
}

async function isMember(call: Call, server: Server): Promise<boolean> {
  return (await whoami(call, server))?.is_admin === false
}

async function isStranger(call: Call, server: Server): Promise<boolean> {
  if (await whoami(call, server)) return false
  return (
    await server.askAsAdmin('GET', `/w/${encodeURIComponent(call.path['workspace'] ?? '')}/users/whoami`)
  ).ok
}

/** The stages make the workspace admins under names that say so; a server knows by its tables. */
async function isSomeAdmin(call: Call, server: Server): Promise<boolean> {
  return server.memory.owners.has(server.caller(call)?.email ?? '')
}

/** What was served once to somebody is served to him for ever. */
function wasMember({ id }: Operation): Member {
  return {
    operation: id,
    what: 'lets a former member in',
    mentions: status,
    also: ['deleteUser', 'leaveWorkspace'],
    plant: () =>
      letIn(403, (call, server) =>
        server.memory.members.has(`${call.path['workspace']} ${server.caller(call)?.email}`),
      ),
  }
}

function wasAdmin({ id }: Operation): Member {
  return {
    operation: id,
    what: 'lets a former admin in',
    mentions: status,
    also: ['updateUser'],
    plant: () =>
      letIn(403, (call, server) =>
        server.memory.admins.has(`${call.path['workspace']} ${server.caller(call)?.email}`),
      ),
  }
}

function wasSuperAdmin({ id }: Operation): Member {
  return {
    operation: id,
    what: 'lets a former super admin in',
    mentions: status,
    also: ['globalUserUpdate'],
    plant: () =>
      letIn(403, (call, server) => server.memory.superAdmins.has(server.caller(call)?.email ?? '')),
  }
}

/** A super admin who is no member is a stranger. */
function shutOut({ id }: Operation): Member {
  return {
    operation: id,
    what: 'lets no super admin in who is no member',
    mentions: status,
    plant: () => async (call, server) => {
      const me = await whoami(call, server)
      const isForeign = call.isOwn && me?.username?.includes('@')
      return isForeign ? plain(403, 'Forbidden: you are no member') : server.send(call)
    },
  }
}

/** Only a super admin may. */
function refuseAdmins({ id }: Operation): Member {
  return {
    operation: id,
    what: 'lets super admins in alone',
    mentions: status,
    plant: () => async (call, server) => {
      const me = await whoami(call, server)
      const isOrdinaryAdmin = call.isOwn && me?.is_admin === true && !me.username?.includes('@')
      return isOrdinaryAdmin ? plain(403, 'Forbidden: only a super admin may') : server.send(call)
    },
  }
}

const byHandOnly: readonly Member[] = [
  {
    operation: 'updateUser',
    what: 'lets a member promote himself',
    plant: () =>
      letIn(403, async (call, server) => (await whoami(call, server))?.username === call.path['username']),
  },
  {
    operation: 'globalUserUpdate',
    what: 'lets a user promote himself',
    plant: () => letIn(403, (call, server) => server.caller(call)?.email === call.path['email']),
  },
  {
    operation: 'createUserGlobally',
    what: 'lets a user make a super admin',
    plant: () => letIn(403, (call) => call.body?.['super_admin'] === true),
  },
  {
    operation: 'deleteUser',
    what: 'lets a member remove himself',
    plant: () =>
      letIn(403, async (call, server) => (await whoami(call, server))?.username === call.path['username']),
  },
  {
    operation: 'createUser',
    what: 'lets a member add somebody who is no admin',
    plant: () =>
      letIn(403, async (call, server) => call.body?.['is_admin'] === false && (await isMember(call, server))),
  },
  {
    operation: 'deleteToken',
    what: 'deletes tokens of others',
    plant: () => async (call, server) => {
      const token = [...server.memory.tokens.keys()].find(
        (known) => known.slice(0, 10) === call.path['token_prefix'],
      )
      const response = await server.send(call)
      if (call.isOwn && response.ok && token !== undefined) await server.ask('POST', '/users/logout', token)
      return response
    },
  },
  {
    operation: 'acceptInvite',
    what: 'lets everybody accept an invite',
    plant: () => async (call, server) => {
      const response = await server.send(call)
      if (!call.isOwn || response.status !== 404) return response
      for (const { token, ended } of server.memory.tokens.values()) {
        if (ended || token === tokenOf(call)) continue
        const again = await server.send(call, { headers: withToken(call.headers, token) })
        if (again.ok) return again
      }
      return response
    },
  },
  {
    operation: 'declineInvite',
    what: 'lets everybody decline an invite',
    plant: () => async (call, server) => {
      const response = await server.send(call)
      if (!call.isOwn || response.status !== 404) return response
      for (const { token, ended } of server.memory.tokens.values()) {
        if (ended || token === tokenOf(call)) continue
        if ((await server.send(call, { headers: withToken(call.headers, token) })).ok)
          return pretend(200)(call, server)
      }
      return response
    },
  },
  {
    operation: 'acceptInvite',
    what: 'needs no invite',
    plant: () => async (call, server) => {
      const response = await server.send(call)
      const caller = server.caller(call)
      if (!call.isOwn || response.status !== 404 || !caller) return response
      const member = { email: caller.email, username: call.body?.['username'], is_admin: false }
      const added = await server.askAsAdmin('POST', `/w/${call.body?.['workspace_id']}/users/add`, member)
      return added.ok ? pretend(200)(call, server) : response
    },
  },
  {
    operation: 'acceptInvite',
    what: 'makes everybody an admin',
    also: ['listUsers', 'whoami'],
    mentions: /is_admin/,
    plant: () => async (call, server) => {
      const response = await server.send(call)
      if (call.isOwn && response.ok)
        await server.askAsAdmin(
          'POST',
          `/w/${call.body?.['workspace_id']}/users/update/${call.body?.['username']}`,
          { is_admin: true },
        )
      return response
    },
  },
  {
    operation: 'createUserGlobally',
    what: 'makes whom an ordinary admin names a super admin',
    mentions: /super_admin/,
    also: ['globalWhoami', 'listUsersAsSuperAdmin'],
    plant: () => onBody((body) => (body['super_admin'] === false ? { ...body, super_admin: true } : body)),
  },
  {
    operation: 'listUsersAsSuperAdmin',
    what: 'shows an ordinary user the accounts without their names',
    plant: () => async (call, server) => {
      const response = await server.send(call)
      return response.status === 403 && call.isOwn
        ? new Response('[]', { headers: { 'content-type': 'application/json' } })
        : response
    },
  },
  {
    operation: 'leaveWorkspace',
    what: 'lets a super admin who is no member leave',
    mentions: /404|200/,
    plant: () => async (call, server) => {
      const response = await server.send(call)
      return call.isOwn && response.status === 404 ? plain(200, `left ${call.path['workspace']}`) : response
    },
  },
]
