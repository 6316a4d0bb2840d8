import { pretendOn, textsOf } from '../operators.ts'
import type { Member } from './family.ts'

const accept = (operation: string, success: number, what: string, from = 400): Member => ({
  operation,
  what,
  mentions: new RegExp(`${from}|${success}`),
  plant: () =>
    pretendOn(from, success, ({ body, operation: own }) => body !== undefined || own?.body === undefined),
})

/** What exists already, or not at all, and is accepted all the same. */
export const duplicateFaults: readonly Member[] = [
  accept('createUser', 201, 'accepts whom it has already'),
  accept('createUserGlobally', 201, 'accepts an account that it has already'),
  accept('acceptInvite', 200, 'accepts a username that is taken'),
  accept('updateUser', 200, 'says that it demoted the last admin'),
  accept('deleteUser', 200, 'says that it removed the last admin'),
  accept('leaveWorkspace', 200, 'lets the last admin leave'),
  accept('globalUserUpdate', 200, 'says that it changed an account that does not exist', 404),
  accept('updateUser', 200, 'says that it changed a member who does not exist', 404),
  accept('deleteUser', 200, 'says that it removed a member who does not exist', 404),
  {
    operation: 'createUserGlobally',
    what: 'refuses a duplicate and takes its password',
    also: ['login'],
    plant: () => async (call, server) => {
      const response = await server.send(call)
      const email = String(call.body?.['email']).toLowerCase()
      const known = server.tokenOf(email)
      if (call.isOwn && response.status === 400 && known && call.body)
        await server.ask('POST', '/users/setpassword', known.token, {
          password: `${call.body['password']}-2`,
        })
      return response
    },
  },
  {
    operation: 'createUser',
    what: 'refuses a duplicate and takes its role',
    also: ['listUsers'],
    plant: () => async (call, server) => {
      const response = await server.send(call)
      if (call.isOwn && response.status === 400 && call.body)
        await server.askAsAdmin(
          'POST',
          `/w/${call.path['workspace']}/users/update/${call.body['username']}`,
          { is_admin: true },
        )
      return response
    },
  },
  {
    operation: 'createUser',
    what: 'does not look at the case of a username',
    plant: () => async (call, server) => {
      const names = await server.askAsAdmin('GET', `/w/${call.path['workspace']}/users/list_usernames`)
      const known = names.ok ? (await textsOf(names)).map((name) => name.toLowerCase()) : []
      const username = String(call.body?.['username'])
      return call.isOwn && known.includes(username.toLowerCase()) && /[A-Z]/.test(username)
        ? new Response('Bad request: the username is taken', {
            status: 400,
            headers: { 'content-type': 'text/plain' },
          })
        : server.send(call)
    },
  },
]
