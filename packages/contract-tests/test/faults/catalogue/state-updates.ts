import { isSuccess, objectOf, onAnswer, onBody, textsOf } from '../operators.ts'
import { type Call, tokenOf } from '../proxy/call.ts'
import type { Serve, Server } from '../proxy/server.ts'
import type { Member } from './family.ts'

/** Does something more after a success. */
export function after(act: (call: Call, server: Server) => Promise<void>): Serve {
  return onAnswer(isSuccess, async (response, call, server) => {
    await act(call, server)
    return response
  })
}

const nullIs = (operation: string, member: string, value: boolean): Member => ({
  operation,
  what: `takes null as ${member} for ${value}`,
  mentions: new RegExp(member.replace('is_super', 'super')),
  plant: () => onBody((body) => (body[member] === null ? { ...body, [member]: value } : body)),
})

const missingIs = (operation: string, member: string, value: boolean): Member => ({
  operation,
  what: `takes a missing ${member} for ${value}`,
  mentions: new RegExp(member.replace('is_super', 'super')),
  plant: () => onBody((body) => (member in body ? body : { ...body, [member]: value })),
})

/** Updates that change too little, too much, or something else. */
export const updateFaults: readonly Member[] = [
  nullIs('updateUser', 'is_admin', false),
  nullIs('globalUserUpdate', 'is_super_admin', false),
  missingIs('updateUser', 'is_admin', false),
  missingIs('updateUser', 'is_admin', true),
  missingIs('globalUserUpdate', 'is_super_admin', false),
  {
    operation: 'updateUser',
    what: 'updates all members of the workspace',
    also: ['listUsers'],
    plant: () =>
      after(async (call, server) => {
        const names = await server.askAsAdmin('GET', `/w/${call.path['workspace']}/users/list_usernames`)
        for (const name of await textsOf(names))
          await server.askAsAdmin('POST', `/w/${call.path['workspace']}/users/update/${name}`, call.body)
      }),
  },
  {
    operation: 'updateUser',
    what: 'makes a new admin a super admin, too',
    mentions: /super/,
    also: ['whois', 'listUsers'],
    plant: () =>
      after(async (call, server) => {
        const named = await server.askAsAdmin(
          'GET',
          `/w/${call.path['workspace']}/users/whois/${call.path['username']}`,
        )
        const { email, is_admin } = await objectOf(named)
        if (is_admin === true)
          await server.askAsAdmin('POST', `/users/update/${email}`, { is_super_admin: true })
      }),
  },
  {
    operation: 'updateUser',
    what: 'demotes whoever promotes another',
    also: ['listUsers', 'whoami'],
    plant: () =>
      after(async (call, server) => {
        const me = await server.ask('GET', `/w/${call.path['workspace']}/users/whoami`, tokenOf(call))
        const { username } = await objectOf(me)
        if (call.body?.['is_admin'] === true && username !== call.path['username'])
          await server.askAsAdmin('POST', `/w/${call.path['workspace']}/users/update/${username}`, {
            is_admin: false,
          })
      }),
  },
  {
    operation: 'setPassword',
    what: 'ends the session that it was called with',
    plant: () =>
      after(async (call, server) => {
        await server.ask('POST', '/users/logout', tokenOf(call))
      }),
  },
  {
    operation: 'setPassword',
    what: 'ends the tokens of createToken, too',
    plant: () =>
      after(async (call, server) => {
        const email = server.caller(call)?.email
        for (const known of server.memory.tokens.values())
          if (known.email === email && !known.isSession && known.token !== tokenOf(call))
            await server.ask('POST', '/users/logout', known.token)
      }),
  },
  {
    operation: 'setPassword',
    what: 'leaves the old password good, too',
    also: ['login'],
    everywhere: true,
    plant: () => {
      const old = new Map<string, string>()
      return async (call, server) => {
        const caller = server.caller(call)
        if (call.operation?.id === 'setPassword' && caller)
          old.set(caller.email, server.memory.passwords.get(caller.email) ?? '')
        const response = await server.send(call)
        if (call.operation?.id !== 'login' || response.status !== 400) return response
        const email = String(call.body?.['email']).toLowerCase()
        const right = server.memory.passwords.get(email)
        return old.get(email) === call.body?.['password']
          ? server.send(call, { body: { email, password: right } })
          : response
      }
    },
  },
  {
    operation: 'setPassword',
    what: 'sets the password of the account that was made last',
    plant: () => (call, server) => {
      const last = [...server.memory.tokens.values()].findLast(({ ended }) => !ended)
      if (!call.isOwn || !server.caller(call) || server.caller(call)?.ended || !last) return server.send(call)
      const headers = new Headers(call.headers)
      headers.delete('cookie')
      headers.set('authorization', `Bearer ${last.token}`)
      return server.send(call, { headers })
    },
  },
  {
    operation: 'setPassword',
    what: 'keeps the other sessions',
    everywhere: true,
    mentions: /session|401|token/,
    plant: () => async (call, server) => {
      const response = await server.send(call)
      const isKept = response.status === 401 && server.caller(call)?.ended === 'password'
      const other = isKept ? server.tokenOf(server.caller(call)?.email ?? '') : undefined
      if (!other) return response
      const headers = new Headers(call.headers)
      headers.delete('cookie')
      headers.set('authorization', `Bearer ${other.token}`)
      return server.send(call, { headers })
    },
  },
]
