import { isSuccess, itemsOf, objectOf, onAnswer, pretend } from '../operators.ts'
import { type Call, tokenOf } from '../proxy/call.ts'
import type { Server } from '../proxy/server.ts'
import type { Member } from './family.ts'

import { after } from './state-updates.ts'

/** Deletions that delete too little, or more than named. */
export const deletionFaults: readonly Member[] = [
  {
    operation: 'deleteToken',
    what: 'deletes all other tokens of the caller',
    also: ['listTokens'],
    plant: () =>
      after(async (call, server) => {
        const email = server.caller(call)?.email
        for (const known of server.memory.tokens.values())
          if (known.email === email && !known.ended && known.token !== tokenOf(call))
            await server.ask('POST', '/users/logout', known.token)
      }),
  },
  {
    operation: 'deleteToken',
    what: 'deletes by the first eight characters',
    invisible: 'Two tokens whose first eight characters are equal cannot be had by asking.',
    plant: () => onAnswer(isSuccess, (response) => response),
  },
  {
    operation: 'deleteToken',
    what: 'takes a longer text that begins with the prefix',
    mentions: /prefix|character|token|delete/,
    plant: () => (call, server) => {
      const url = new URL(call.url)
      url.pathname = url.pathname.replace(/([^/]{10})[^/]*$/, '$1')
      return server.send(call, call.isOwn ? { url } : {})
    },
  },
  {
    operation: 'deleteToken',
    what: 'spares sessions',
    also: ['listTokens'],
    plant: () => (call, server) => {
      const prefix = call.path['token_prefix']
      const isSession = [...server.memory.tokens.values()].some(
        ({ token, isSession }) => isSession && token.slice(0, 10) === prefix,
      )
      return call.isOwn && isSession && server.caller(call)
        ? Promise.resolve(pretend(200)(call, server))
        : server.send(call)
    },
  },
  {
    operation: 'deleteUser',
    what: 'deletes the account, too',
    also: ['listUsersAsSuperAdmin', 'login', 'globalWhoami'],
    plant: () => async (call, server) => {
      const named = await server.askAsAdmin(
        'GET',
        `/w/${call.path['workspace']}/users/whois/${call.path['username']}`,
      )
      const email = named.ok ? (await objectOf(named))['email'] : undefined
      const response = await server.send(call)
      if (call.isOwn && response.ok) await server.askAsAdmin('DELETE', `/users/delete/${email}`)
      return response
    },
  },
  {
    operation: 'deleteUser',
    what: 'ends the sessions of whom it removes',
    plant: () => async (call, server) => {
      const named = await server.askAsAdmin(
        'GET',
        `/w/${call.path['workspace']}/users/whois/${call.path['username']}`,
      )
      const email = named.ok ? (await objectOf(named))['email'] : undefined
      const response = await server.send(call)
      if (call.isOwn && response.ok)
        for (const known of server.memory.tokens.values())
          if (known.email === email) await server.ask('POST', '/users/logout', known.token)
      return response
    },
  },
  {
    operation: 'leaveWorkspace',
    what: 'leaves all workspaces',
    also: ['whoami', 'listUsers'],
    plant: () =>
      after(async (call, server) => {
        const email = server.caller(call)?.email
        for (const membership of server.memory.members) {
          const [workspace, who] = membership.split(' ')
          if (who === email) await server.ask('POST', `/w/${workspace}/users/leave_workspace`, tokenOf(call))
        }
      }),
  },
  {
    operation: 'logout',
    what: 'ends all sessions of the caller',
    plant: () => async (call, server) => {
      const email = server.caller(call)?.email
      const response = await server.send(call)
      if (call.isOwn && response.ok)
        for (const known of server.memory.tokens.values())
          if (known.email === email) await server.ask('POST', '/users/logout', known.token)
      return response
    },
  },
  {
    operation: 'declineInvite',
    what: 'declines all invites of the caller',
    also: ['listWorkspaceInvites'],
    plant: () => after(dropInvites),
  },
  {
    operation: 'acceptInvite',
    what: 'drops all other invites of the caller',
    also: ['listWorkspaceInvites'],
    plant: () => after(dropInvites),
  },
  {
    operation: 'deleteUser',
    what: 'removes all who are no admins',
    also: ['listUsers'],
    plant: () =>
      after(async (call, server) => {
        const users = await server.askAsAdmin('GET', `/w/${call.path['workspace']}/users/list`)
        for (const { username, is_admin } of await itemsOf(users))
          if (is_admin === false)
            await server.askAsAdmin('DELETE', `/w/${call.path['workspace']}/users/delete/${username}`)
      }),
  },
]

async function dropInvites(call: Call, server: Server): Promise<void> {
  const invites = await server.ask('GET', '/users/list_invites', tokenOf(call))
  for (const { workspace_id } of await itemsOf(invites))
    await server.ask('POST', '/users/decline_invite', tokenOf(call), { workspace_id })
}
