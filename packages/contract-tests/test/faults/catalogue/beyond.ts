import { isSuccess, itemsOf, onAnswer, onText, plain } from '../operators.ts'
import { tokenOf } from '../proxy/call.ts'
import type { Member } from './family.ts'

/** Reads that write, effects at the edge of what an operation is about, and faults of no class. */
export const beyondFaults: readonly Member[] = [
  {
    operation: 'listTokens',
    what: 'makes a token whenever it is read',
    plant: () =>
      onAnswer(isSuccess, async (response, call, server) => {
        await server.ask('POST', '/users/tokens/create', tokenOf(call), { label: 'seen' })
        return response
      }),
  },
  {
    operation: 'listWorkspaceInvites',
    what: 'drops the invites that it has shown',
    also: ['acceptInvite', 'declineInvite'],
    plant: () =>
      onAnswer(isSuccess, async (response, call, server) => {
        for (const { workspace_id } of await itemsOf(response))
          await server.ask('POST', '/users/decline_invite', tokenOf(call), { workspace_id })
        return response
      }),
  },
  {
    operation: 'whois',
    what: 'promotes whom it shows',
    also: ['listUsers'],
    plant: () =>
      onAnswer(isSuccess, async (response, call, server) => {
        const { workspace, username } = call.path
        await server.askAsAdmin('POST', `/w/${workspace}/users/update/${username}`, { is_admin: true })
        return response
      }),
  },
  {
    operation: 'getCurrentEmail',
    what: 'ends the token that it is asked with',
    plant: () =>
      onAnswer(isSuccess, async (response, call, server) => {
        await server.ask('POST', '/users/logout', tokenOf(call))
        return response
      }),
  },
  {
    operation: 'getCurrentEmail',
    what: 'answers the e-mail of whoever asked first',
    plant: () => {
      let first: string | undefined
      return onText((email) => {
        first ??= email
        return first
      })
    },
  },
  {
    operation: 'globalWhoami',
    what: 'answers for the super admin',
    mentions: /email|super_admin/,
    plant: () => (call, server) =>
      server.caller(call) && !server.caller(call)?.ended && call.isOwn
        ? server.sendAsAdmin(call)
        : server.send(call),
  },
  {
    operation: 'getCurrentEmail',
    what: 'has no HEAD',
    plant: () => async (call, server) =>
      call.method === 'HEAD'
        ? new Response(null, { status: 405, headers: { allow: 'GET' } })
        : server.send(call),
  },
  {
    operation: 'listTokens',
    what: 'answers OPTIONS with 200',
    mentions: /204|OPTIONS|200/,
    plant: () => async (call, server) => (call.method === 'OPTIONS' ? plain(200, 'GET') : server.send(call)),
  },
  {
    operation: 'logout',
    what: 'can be called by GET',
    mentions: /405|GET|200/,
    plant: () => (call, server) => server.send(call, call.method === 'GET' ? { method: 'POST' } : {}),
  },
  {
    operation: 'deleteToken',
    what: 'says that it deleted 1, also where it deleted none',
    plant: () => onText((text) => text.replace(/\b0\b/, '1')),
  },
  {
    operation: 'deleteToken',
    what: 'names another prefix than the one that it deleted',
    plant: () => onText((text) => text.replaceAll(/\b[A-Za-z0-9]{10}\b/g, 'abcdefghij')),
  },
  {
    operation: 'getCurrentEmail',
    what: 'answers the e-mail in capitals',
    plant: () => onText((email) => email.toUpperCase()),
  },
  {
    operation: 'acceptInvite',
    what: 'is deaf to the second invite into the same workspace',
    plant: () => {
      const seen = new Set<string>()
      return async (call, server) => {
        const key = `${server.caller(call)?.email} ${call.body?.['workspace_id']}`
        if (call.isOwn && seen.has(key)) return plain(404, 'Not found: no such invite')
        const response = await server.send(call)
        if (response.ok) seen.add(key)
        return response
      }
    },
  },
]
