import {
  isSuccess,
  itemsOf,
  type Members,
  objectOf,
  onAnswer,
  onJson,
  onList,
  onObject,
  repair,
  textsOf,
  withText,
} from '../operators.ts'
import { tokenOf } from '../proxy/call.ts'
import type { Member } from './family.ts'

/** Reads that show what is not so. */
export const listFaults: readonly Member[] = [
  {
    operation: 'listTokens',
    what: 'shows a token of somebody else',
    everywhere: true,
    plant: () => {
      const seen: Members[] = []
      return async (call, server) => {
        const response = await server.send(call)
        if (call.operation?.id !== 'listTokens' || !isSuccess(response, call)) return response
        const items = await itemsOf(response)
        const foreign = seen.find(({ email }) => email !== server.caller(call)?.email)
        for (const item of items.slice(0, 1)) seen.push({ email: server.caller(call)?.email, item })
        return foreign ? withText(response, JSON.stringify([...items, foreign['item']])) : response
      }
    },
  },
  {
    operation: 'listWorkspaceInvites',
    what: 'shows the invites of others',
    plant: () => {
      const seen = new Map<string, Members>()
      return onList((items) => {
        for (const item of items) seen.set(JSON.stringify(item), item)
        return [...seen.values()]
      })
    },
  },
  {
    operation: 'listUsers',
    what: 'leaves the admins out',
    plant: () => onList((users) => users.filter(({ is_admin }) => is_admin !== true)),
  },
  {
    operation: 'listUsers',
    what: 'shows a member twice',
    plant: () => onList((users) => [...users, ...users.slice(0, 1)]),
  },
  {
    operation: 'listUsernames',
    what: 'leaves the caller out',
    also: ['createUser', 'acceptInvite'],
    plant: () =>
      onAnswer(isSuccess, async (response, call, server) => {
        const me = await server.ask('GET', `/w/${call.path['workspace']}/users/whoami`, tokenOf(call))
        const { username } = me.ok ? await objectOf(me) : {}
        const names = await textsOf(response)
        return withText(response, JSON.stringify(names.filter((name) => name !== username)))
      }),
  },
  {
    operation: 'listUsernames',
    what: 'shows e-mails in place of usernames',
    plant: () => onJson((names) => (names as string[]).map((name) => `${name}@example.com`)),
  },
  {
    operation: 'whois',
    what: 'shows the caller in place of whom was asked for',
    plant: () =>
      onAnswer(isSuccess, async (response, call, server) => {
        const me = await server.ask('GET', `/w/${call.path['workspace']}/users/whoami`, tokenOf(call))
        return me.ok ? me : response
      }),
  },
  {
    operation: 'globalWhoami',
    what: 'shows every account as an ordinary one',
    also: ['createUserGlobally', 'globalUserUpdate'],
    mentions: /super_admin/,
    plant: () => onObject((account) => ({ ...account, super_admin: false })),
  },
  {
    operation: 'globalWhoami',
    what: 'shows new accounts as not verified',
    mentions: /verified/,
    also: ['createUserGlobally'],
    plant: () => onObject((account) => ({ ...account, verified: false })),
  },
  {
    operation: 'listUsersAsSuperAdmin',
    what: 'shows another login type',
    mentions: /login_type/,
    also: ['createUserGlobally'],
    plant: () => onObject((account) => ({ ...account, login_type: 'github' })),
  },
  {
    operation: 'listUsersAsSuperAdmin',
    what: 'shows no names',
    mentions: /name/,
    also: ['createUserGlobally'],
    plant: () => onObject((account) => ({ ...account, name: null })),
  },
  {
    operation: 'whoami',
    what: 'shows everybody in a group that is not "all"',
    mentions: /groups/,
    plant: () => onObject((user) => ({ ...user, groups: ['everybody'] })),
  },
  {
    operation: 'whoami',
    what: 'shows new members as operators',
    mentions: /operator/,
    also: ['createUser'],
    plant: () => onObject((user) => ({ ...user, operator: true })),
  },
  {
    operation: 'listUsers',
    what: 'shows new members as disabled',
    mentions: /disabled/,
    also: ['createUser'],
    plant: () => onObject((user) => ({ ...user, disabled: true })),
  },
  {
    operation: 'whois',
    what: 'shows nobody as a super admin',
    mentions: /is_super_admin/,
    plant: () => onObject((user) => ({ ...user, is_super_admin: false })),
  },
  {
    operation: 'whoami',
    what: 'shows the present moment as the beginning of a membership',
    mentions: /created_at/,
    plant: () => onObject((user) => ({ ...user, created_at: new Date().toISOString() })),
  },
  {
    operation: 'whoami',
    what: 'names a super admin who is no member by a name that he has elsewhere',
    mentions: /username/,
    plant: () => onObject((user) => ({ ...user, username: String(user['username']).split('@')[0] })),
  },
  {
    operation: 'listWorkspaceInvites',
    what: 'shows every invite as one for an admin',
    mentions: /is_admin/,
    plant: () => onObject((invite) => ({ ...invite, is_admin: true })),
  },
  {
    operation: 'createUserGlobally',
    what: 'accepts a company that is too long, by repairing it',
    mentions: /company/,
    plant: () => repair((body) => ({ ...body, company: String(body['company']).slice(0, 30) })),
  },
]
