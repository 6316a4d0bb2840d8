import { isSuccess, itemsOf, type Members, onBody, pretend, withText } from '../operators.ts'
import { type Call, tokenOf } from '../proxy/call.ts'
import type { Server } from '../proxy/server.ts'
import type { Member } from './family.ts'

/** The role of an invite that was declined, and whose it was. */
function afterDecline(
  operation: string,
  what: string,
  act: (role: boolean, call: Call, server: Server, response: Response) => Promise<Response>,
): Member {
  return {
    operation,
    what,
    also: ['declineInvite', 'acceptInvite', 'createUser', 'inviteUser', 'listWorkspaceInvites'],
    everywhere: true,
    plant: () => {
      const declined = new Map<string, boolean>()
      return async (call, server) => {
        const key = keyOf(call, server)
        const invites =
          call.operation?.id === 'declineInvite'
            ? await server.ask('GET', '/users/list_invites', tokenOf(call))
            : undefined
        const response = await server.send(call)
        if (!isSuccess(response, call)) return response
        const workspace = call.body?.['workspace_id']
        const items = invites?.ok ? await itemsOf(invites) : []
        const invite = items.find(({ workspace_id }) => workspace_id === workspace)
        if (invite) declined.set(key, invite['is_admin'] === true)
        if (call.operation?.id !== operation) return response
        if (operation.startsWith('list')) return shownAs(response, call, declined)
        const role = declined.get(key)
        return role === undefined ? response : act(role, call, server, response)
      }
    },
  }
}

/** Workspace and e-mail of an invite, as the operation names them. */
function keyOf(call: Call, server: Server): string {
  const workspace = call.path['workspace'] ?? call.body?.['workspace_id']
  const email = call.path['workspace'] ? call.body?.['email'] : server.caller(call)?.email
  return `${workspace} ${String(email).toLowerCase()}`
}

async function shownAs(
  response: Response,
  call: Call,
  declined: ReadonlyMap<string, boolean>,
): Promise<Response> {
  const items = await itemsOf(response)
  const shown = items.map((item) => {
    const role = declined.get(`${item['workspace_id'] ?? call.path['workspace']} ${item['email']}`)
    return role === undefined ? item : { ...item, is_admin: role }
  })
  return withText(response, JSON.stringify(shown))
}

async function setRole(server: Server, workspace: unknown, username: unknown, role: boolean): Promise<void> {
  await server.askAsAdmin('POST', `/w/${workspace}/users/update/${username}`, { is_admin: role })
}

const reinviteFaults: readonly Member[] = [
  afterDecline(
    'acceptInvite',
    'gives the role of a declined invite',
    async (role, { body }, server, response) => {
      await setRole(server, body?.['workspace_id'], body?.['username'], role)
      return response
    },
  ),
  afterDecline('createUser', 'gives the role of a declined invite', async (role, call, server, response) => {
    await setRole(server, call.path['workspace'], call.body?.['username'], role)
    return response
  }),
  afterDecline(
    'inviteUser',
    'invites with the role of a declined invite',
    async (role, call, server, response) => {
      const { workspace } = call.path
      const { email, is_admin } = call.body ?? {}
      await server.askAsAdmin('POST', `/w/${workspace}/workspaces/delete_invite`, { email, is_admin })
      await server.askAsAdmin('POST', `/w/${workspace}/workspaces/invite_user`, { email, is_admin: role })
      return response
    },
  ),
  afterDecline(
    'inviteUser',
    'does not invite again after a decline',
    async (_role, call, server, response) => {
      const { email, is_admin } = call.body ?? {}
      const path = `/w/${call.path['workspace']}/workspaces/delete_invite`
      await server.askAsAdmin('POST', path, { email, is_admin })
      return response
    },
  ),
  ...['listWorkspaceInvites', 'listPendingInvites'].map((operation) =>
    afterDecline(
      operation,
      'shows the role of a declined invite',
      async (_role, _call, _server, response) => response,
    ),
  ),
  {
    operation: 'createUser',
    what: 'gives the role of a pending invite',
    mentions: /is_admin/,
    also: ['listUsers'],
    plant: () => async (call, server) => {
      const pending = await pendingInvite(call, server)
      const response = await server.send(call)
      if (pending && isSuccess(response, call))
        await setRole(server, call.path['workspace'], call.body?.['username'], pending['is_admin'] === true)
      return response
    },
  },
]

/** Invites that are used twice, by somebody else, or never. */
export const inviteFaults: readonly Member[] = [
  ...reinviteFaults,
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
