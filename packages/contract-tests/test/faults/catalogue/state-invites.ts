import { isSuccess, itemsOf, type Members, onBody, pretend, withText } from '../operators.ts'
import { type Call, tokenOf } from '../proxy/call.ts'
import type { Server } from '../proxy/server.ts'
import type { Member } from './family.ts'

/** Invites that are used twice, by somebody else, or never. */
export const inviteFaults: readonly Member[] = [
  {
    operation: 'acceptInvite',
    what: 'takes an invite a second time',
    plant: () => {
      const used = new Set<string>()
      return async (call, server) => {
        const key = `${tokenOf(call)} ${call.body?.['workspace_id']}`
        const response = await server.send(call)
        if (response.ok) used.add(key)
        return call.isOwn && response.status === 404 && used.has(key) ? pretend(200)(call, server) : response
      }
    },
  },
  {
    operation: 'acceptInvite',
    what: 'takes an invite that was declined',
    also: ['declineInvite'],
    everywhere: true,
    plant: () => {
      const declined = new Set<string>()
      return async (call, server) => {
        const key = `${server.caller(call)?.email} ${call.body?.['workspace_id']}`
        const response = await server.send(call)
        if (call.operation?.id === 'declineInvite' && response.ok) declined.add(key)
        return call.operation?.id === 'acceptInvite' && response.status === 404 && declined.has(key)
          ? pretend(200)(call, server)
          : response
      }
    },
  },
  {
    operation: 'acceptInvite',
    what: 'loses the invite when the username is refused',
    also: ['listWorkspaceInvites'],
    plant: () => async (call, server) => {
      const response = await server.send(call)
      if (call.isOwn && response.status === 400 && call.body)
        await server.ask('POST', '/users/decline_invite', tokenOf(call), {
          workspace_id: call.body['workspace_id'],
        })
      return response
    },
  },
  {
    operation: 'acceptInvite',
    what: 'names the member by his e-mail',
    also: ['listUsers', 'whoami'],
    plant: () =>
      onBody((body, _call) =>
        typeof body['username'] === 'string' &&
        /^[\w-]{1,40}$/.test(body['username']) &&
        body['username'] !== 'bot'
          ? { ...body, username: `${body['username']}-mail` }
          : body,
      ),
  },
  {
    operation: 'acceptInvite',
    what: 'keeps the invite',
    also: ['listWorkspaceInvites'],
    everywhere: true,
    plant: () => {
      const accepted: Members[] = []
      return async (call, server) => {
        const response = await server.send(call)
        if (!isSuccess(response, call)) return response
        const email = server.caller(call)?.email
        if (call.operation?.id === 'acceptInvite')
          accepted.push({ workspace_id: call.body?.['workspace_id'], email, is_admin: false })
        if (call.operation?.id !== 'listWorkspaceInvites') return response
        const items = await itemsOf(response)
        return withText(
          response,
          JSON.stringify([...items, ...accepted.filter((invite) => invite['email'] === email)]),
        )
      }
    },
  },
  {
    operation: 'createUser',
    what: 'keeps a pending invite of whom it adds',
    also: ['listWorkspaceInvites', 'listPendingInvites'],
    everywhere: true,
    plant: () => {
      const kept: Members[] = []
      return async (call, server) => {
        const isAdding = call.operation?.id === 'createUser'
        const pending = isAdding ? await pendingInvite(call, server) : undefined
        const response = await server.send(call)
        if (!isSuccess(response, call)) return response
        if (pending) kept.push(pending)
        if (call.operation?.id !== 'listWorkspaceInvites') return response
        const items = await itemsOf(response)
        const mine = kept.filter(({ email }) => email === server.caller(call)?.email)
        return withText(response, JSON.stringify([...items, ...mine]))
      }
    },
  },
  {
    operation: 'acceptInvite',
    what: 'wants the username in small letters',
    plant: () => (call, server) => {
      const username = String(call.body?.['username'])
      return call.isOwn && /[A-Z]/.test(username)
        ? Promise.resolve(
            new Response('Unprocessable: username', {
              status: 422,
              headers: { 'content-type': 'text/plain' },
            }),
          )
        : server.send(call)
    },
  },
]

async function pendingInvite(call: Call, server: Server): Promise<Members | undefined> {
  const pending = await server.askAsAdmin(
    'GET',
    `/w/${call.path['workspace']}/workspaces/list_pending_invites`,
  )
  const invites = pending.ok ? await itemsOf(pending) : []
  return invites.find(({ email }) => email === String(call.body?.['email']).toLowerCase())
}
