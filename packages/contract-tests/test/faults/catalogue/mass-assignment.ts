import { isSuccess, itemsOf, type Members, objectOf, onAnswer, withText } from '../operators.ts'
import { type Call, tokenOf, withToken } from '../proxy/call.ts'
import type { Serve, Server } from '../proxy/server.ts'
import { byHand, type Family, type Member } from './family.ts'

/** Servers that copy a body into what they store: properties of other schemas take effect. Every operation with a JSON body. */
export const massAssignmentFaults = (): readonly Family[] => [
  byHand('input', [...promotions, ...byOtherName, ...ofOthers, ...shownAsSent]),
]

type Act = (body: Members, call: Call, server: Server) => Promise<unknown>

/** Does something more after a success if the body has a property. */
function taking(operation: string, name: string, what: string, act: Act, mentions?: RegExp): Member {
  return {
    operation,
    what,
    ...(mentions && { mentions }),
    plant: () =>
      onAnswer(isSuccess, async (response, call, server) => {
        const value = call.body?.[name]
        if (call.body && value !== undefined && value !== null) await act(call.body, call, server)
        return response
      }),
  }
}

function promote(email: unknown, server: Server): Promise<Response> {
  return server.askAsAdmin('POST', `/users/update/${email}`, { is_super_admin: true })
}

function promoting(operation: string, whom: string, name: string, emailOf: EmailOf): Member {
  const act: Act = async (body, call, server) => promote(await emailOf(body, call, server), server)
  return taking(operation, name, `makes ${whom} a super admin if the body says so`, act, /super_admin/)
}

type EmailOf = (body: Members, call: Call, server: Server) => unknown

const caller: EmailOf = (_body, call, server) => server.caller(call)?.email
const inBody: EmailOf = (body) => String(body['email']).toLowerCase()
const inPath: EmailOf = (_body, call) => call.path['email']

async function memberInPath(_body: Members, call: Call, server: Server): Promise<unknown> {
  const { workspace, username } = call.path
  const named = await server.askAsAdmin('GET', `/w/${workspace}/users/whois/${username}`)
  return (await objectOf(named))['email']
}

const promotions: readonly Member[] = [
  promoting('login', 'the account', 'super_admin', inBody),
  {
    operation: 'loginWithOauth',
    what: 'makes the account a super admin if the body says so',
    mentions: /super_admin/,
    plant: () =>
      onAnswer(isSuccess, async (response, call, server) => {
        const token = await response.clone().text()
        const email = await (await server.ask('GET', '/users/email', token)).text()
        if (call.body?.['super_admin'] === true) await promote(email, server)
        return response
      }),
  },
  promoting('setPassword', 'the caller', 'super_admin', caller),
  promoting('createToken', 'the caller', 'super_admin', caller),
  promoting('acceptInvite', 'the caller', 'is_super_admin', caller),
  promoting('declineInvite', 'the caller', 'is_super_admin', caller),
  promoting('createUser', 'the caller', 'super_admin', caller),
  promoting('createUser', 'the member', 'is_super_admin', inBody),
  promoting('updateUser', 'the member', 'is_super_admin', memberInPath),
  promoting('createUserGlobally', 'the account', 'is_super_admin', inBody),
  promoting('globalUserUpdate', 'the account', 'super_admin', inPath),
  promoting('createWorkspace', 'the caller', 'super_admin', caller),
  promoting('inviteUser', 'the caller', 'super_admin', caller),
  promoting('deleteInvite', 'the caller', 'super_admin', caller),
]

/** A property under its name in another schema. */
const byOtherName: readonly Member[] = [
  taking(
    'acceptInvite',
    'is_admin',
    'makes the member an admin if the body says so',
    ({ workspace_id, username }, _call, server) =>
      server.askAsAdmin('POST', `/w/${workspace_id}/users/update/${username}`, { is_admin: true }),
    /is_admin/,
  ),
  taking('globalUserUpdate', 'password', 'takes a password', async ({ password }, call, server) => {
    const token = server.tokenOf(call.path['email'] ?? '')?.token
    return token && server.ask('POST', '/users/setpassword', token, { password })
  }),
  taking('updateUser', 'disabled', 'removes the member if the body says "disabled"', (_body, call, server) =>
    server.askAsAdmin('DELETE', `/w/${call.path['workspace']}/users/delete/${call.path['username']}`),
  ),
]

/** Does it for the account that the body names, and not for the caller. */
function inTheNameOf(operation: string, what: string): Member {
  const plant = (): Serve => (call, server) => {
    const named = call.isOwn ? server.tokenOf(String(call.body?.['email'])) : undefined
    return server.send(call, named && tokenOf(call) ? { headers: withToken(call.headers, named.token) } : {})
  }
  return { operation, what, plant }
}

/** Further properties that say whom or what a call is about. */
const ofOthers: readonly Member[] = [
  inTheNameOf('setPassword', 'sets the password of the account that the body names'),
  inTheNameOf('createToken', 'creates a token of the account that the body names'),
  inTheNameOf('declineInvite', 'declines the invite of the account that the body names'),
  {
    operation: 'loginWithOauth',
    what: 'logs in the account that the body names',
    plant: () =>
      onAnswer(isSuccess, (response, call, server) => {
        const named = server.tokenOf(String(call.body?.['email']))
        return named ? withText(response, named.token) : response
      }),
  },
  taking('acceptInvite', 'email', 'adds the account that the body names', async (body, _call, server) => {
    const member = { email: body['email'], username: `${body['username']}-2`, is_admin: false }
    return server.askAsAdmin('POST', `/w/${body['workspace_id']}/users/add`, member)
  }),
  taking(
    'createUser',
    'workspace_id',
    'adds to the workspace that the body names, too',
    (body, _call, server) =>
      server.askAsAdmin('POST', `/w/${body['workspace_id']}/users/add`, {
        email: body['email'],
        username: body['username'],
        is_admin: false,
      }),
  ),
  taking(
    'createWorkspace',
    'email',
    'makes the account that the body names an admin',
    (body, _call, server) =>
      server.askAsAdmin('POST', `/w/${body['id']}/users/add`, {
        email: body['email'],
        username: `${body['username']}-2`,
        is_admin: true,
      }),
  ),
  taking(
    'inviteUser',
    'workspace_id',
    'invites to the workspace that the body names, too',
    (body, _call, server) =>
      server.askAsAdmin('POST', `/w/${body['workspace_id']}/workspaces/invite_user`, {
        email: body['email'],
        is_admin: false,
      }),
  ),
  taking('inviteUser', 'username', 'adds at once if the body has a username', (body, call, server) =>
    server.askAsAdmin('POST', `/w/${call.path['workspace']}/users/add`, {
      email: body['email'],
      username: body['username'],
      is_admin: false,
    }),
  ),
  taking(
    'deleteInvite',
    'workspace_id',
    'takes the invite to the workspace that the body names back, too',
    (body, _call, server) =>
      server.askAsAdmin('POST', `/w/${body['workspace_id']}/workspaces/delete_invite`, {
        email: body['email'],
        is_admin: false,
      }),
  ),
]

interface Shown {
  /** The operation that takes a property over. */
  readonly operation: string
  readonly name: string
  /** The list that shows it, and by which property it names what was made. */
  readonly list: string
  readonly key: string
  readonly keyOf: (call: Call, text: string) => unknown
}

/** What was made is shown with a property of the body that made it. */
function shown({ operation, name, list, key, keyOf }: Shown): Member {
  return {
    operation,
    what: `takes ${name} from the body`,
    everywhere: true,
    mentions: new RegExp(name === 'expiration' ? 'expiration|hours' : name),
    also: [list],
    plant: () => {
      const taken = new Map<unknown, unknown>()
      return async (call, server) => {
        const response = await server.send(call)
        if (!isSuccess(response, call)) return response
        const value = call.body?.[name]
        if (call.operation?.id === operation && value !== undefined)
          taken.set(keyOf(call, await response.clone().text()), value)
        if (call.operation?.id !== list) return response
        const change = (item: Members) =>
          taken.has(item[key]) ? { ...item, [name]: taken.get(item[key]) } : item
        const isList = (await response.clone().text()).startsWith('[')
        const changed = isList ? (await itemsOf(response)).map(change) : change(await objectOf(response))
        return withText(response, JSON.stringify(changed))
      }
    },
  }
}

const byPrefix = {
  list: 'listTokens',
  key: 'token_prefix',
  keyOf: (_call: Call, text: string) => text.slice(0, 10),
}
const byEmail = {
  list: 'globalWhoami',
  key: 'email',
  keyOf: (call: Call) => String(call.path['email'] ?? call.body?.['email']).toLowerCase(),
}

const shownAsSent: readonly Member[] = [
  ...['login', 'loginWithOauth'].flatMap((operation) =>
    ['label', 'expiration'].map((name) => shown({ ...byPrefix, operation, name })),
  ),
  ...['created_at', 'last_used_at'].map((name) => shown({ ...byPrefix, operation: 'createToken', name })),
  ...['login_type', 'verified'].map((name) => shown({ ...byEmail, operation: 'createUserGlobally', name })),
  ...['name', 'company', 'login_type'].map((name) =>
    shown({ ...byEmail, operation: 'globalUserUpdate', name }),
  ),
]
