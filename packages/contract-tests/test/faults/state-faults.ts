import type { Fault } from './fault.ts'
import { body, each, instead, lenient, pretend, quietly, twice } from './operators.ts'

const done = (status: number) =>
  instead(() => new Response('done', { status, headers: { 'content-type': 'text/plain' } }))

/** Faults that one call does not show: what is stored, what is changed besides, what is refused and done all the same. */
export const stateFaults: readonly Fault[] = [
  {
    what: 'stores no label',
    operation: 'createToken',
    rule: 'write-stored',
    serve: lenient(({ label: _label, ...sent }) => sent),
  },
  {
    what: 'shifts the expiration by an hour',
    operation: 'createToken',
    rule: 'write-stored',
    serve: lenient(shiftExpiration),
  },
  {
    what: 'forgets the expiration',
    operation: 'createToken',
    rule: 'credentials-revoked',
    serve: lenient(({ expiration: _expiration, ...sent }) => sent),
  },
  {
    what: 'makes the token that it refuses',
    operation: 'createToken',
    rule: 'write-refused',
    serve: quietly(400, ({ expiration: _expiration, ...sent }) => sent),
  },
  { what: 'deletes no token', operation: 'deleteToken', rule: 'write-stored', serve: pretend('1 deleted') },
  {
    what: 'lists the oldest first',
    operation: 'listTokens',
    rule: 'order',
    serve: body((tokens: object[]) => [...tokens].reverse()),
  },
  {
    what: 'shows another life of a session',
    operation: 'listTokens',
    rule: 'write-stored',
    serve: each(({ created_at, ...token }) => ({ ...token, created_at, expiration: created_at })),
  },
  { what: 'makes no account', operation: 'createUserGlobally', rule: 'write-stored', serve: done(201) },
  {
    what: 'makes everybody a super admin',
    operation: 'createUserGlobally',
    rule: 'write-stored',
    serve: lenient((sent) =>
      typeof sent['super_admin'] === 'boolean' ? { ...sent, super_admin: true } : sent,
    ),
  },
  {
    what: 'forgets the company',
    operation: 'createUserGlobally',
    rule: 'write-stored',
    serve: lenient(({ company: _company, ...sent }) => sent),
  },
  {
    what: 'says that it made a duplicate',
    operation: 'createUserGlobally',
    rule: 'duplicate-refused',
    serve: pretendOn(400, 201),
  },
  { what: 'adds nobody', operation: 'createUser', rule: 'write-stored', serve: done(201) },
  {
    what: 'adds everybody as an admin',
    operation: 'createUser',
    rule: 'write-stored',
    serve: lenient((sent) => (typeof sent['is_admin'] === 'boolean' ? { ...sent, is_admin: true } : sent)),
  },
  {
    what: 'says that it added a duplicate',
    operation: 'createUser',
    rule: 'duplicate-refused',
    serve: pretendOn(400, 201),
  },
  {
    what: 'adds whom it refuses to add',
    operation: 'createUser',
    rule: 'write-refused',
    serve: quietly(422, (sent) => ({ ...sent, is_admin: false })),
  },
  { what: 'changes nothing', operation: 'updateUser', rule: 'write-stored', serve: pretend('changed') },
  {
    what: 'takes null for false',
    operation: 'updateUser',
    rule: 'write-scope',
    serve: lenient((sent) => (sent['is_admin'] === null ? { is_admin: false } : sent)),
  },
  {
    what: 'says that it demoted the last admin',
    operation: 'updateUser',
    rule: 'last-admin-kept',
    serve: pretendOn(400, 200),
  },
  {
    what: 'promotes whom it refuses to promote',
    operation: 'updateUser',
    rule: 'write-refused',
    serve: quietly(422, () => ({ is_admin: true })),
  },
  { what: 'removes nobody', operation: 'deleteUser', rule: 'write-stored', serve: pretend('removed') },
  {
    what: 'says that it removed the last admin',
    operation: 'deleteUser',
    rule: 'last-admin-kept',
    serve: pretendOn(400, 200),
  },
  { what: 'lets nobody leave', operation: 'leaveWorkspace', rule: 'write-stored', serve: pretend('left') },
  {
    what: 'says that the last admin left',
    operation: 'leaveWorkspace',
    rule: 'last-admin-kept',
    serve: pretendOn(400, 200),
  },
  {
    what: 'promotes nobody',
    operation: 'globalUserUpdate',
    rule: 'write-stored',
    serve: pretend('promoted'),
  },
  {
    what: 'takes null for false',
    operation: 'globalUserUpdate',
    rule: 'write-scope',
    serve: lenient((sent) => (sent['is_super_admin'] === null ? { is_super_admin: false } : sent)),
  },
  {
    what: 'promotes whom it refuses to promote',
    operation: 'globalUserUpdate',
    rule: 'write-refused',
    serve: quietly(422, () => ({ is_super_admin: true })),
  },
  {
    what: 'keeps the old password',
    operation: 'setPassword',
    rule: 'write-stored',
    serve: pretend('changed'),
  },
  {
    what: 'keeps the other sessions',
    operation: 'setPassword',
    rule: 'credentials-revoked',
    serve: pretend('changed'),
  },
  {
    what: 'sets the password that it refuses',
    operation: 'setPassword',
    rule: 'write-refused',
    serve: quietly(422, () => ({ password: 'shorter' })),
  },
  {
    what: 'makes nobody a member',
    operation: 'acceptInvite',
    rule: 'write-stored',
    serve: pretend('accepted'),
  },
  { what: 'takes an invite again', operation: 'acceptInvite', rule: 'used-once', serve: pretendOn(404, 200) },
  {
    what: 'takes the invite of somebody else',
    operation: 'acceptInvite',
    rule: 'others-untouched',
    serve: pretendOn(404, 200),
  },
  {
    what: 'gives a username twice',
    operation: 'acceptInvite',
    rule: 'write-refused',
    serve: pretendOn(400, 200),
  },
  { what: 'keeps the invite', operation: 'declineInvite', rule: 'write-stored', serve: pretend('declined') },
  {
    what: 'declines what is somebody else’s',
    operation: 'declineInvite',
    rule: 'others-untouched',
    serve: pretendOn(404, 200),
  },
  {
    what: 'shows the wrong role',
    operation: 'listWorkspaceInvites',
    rule: 'others-untouched',
    serve: each((invite) => ({ ...invite, is_admin: false })),
  },
  { what: 'ends nothing', operation: 'logout', rule: 'write-scope', serve: pretend('logged out') },
  {
    what: 'lists a member twice',
    operation: 'listUsers',
    rule: 'write-stored',
    serve: body((users: object[]) => [...users, ...users.slice(-1)]),
  },
  {
    what: 'shows everybody as an admin',
    operation: 'whoami',
    rule: 'write-stored',
    serve: body((user: object) => ({ ...user, is_admin: true })),
  },
  { what: 'is called twice for each call', operation: 'createUser', rule: 'write-stored', serve: twice },
]

/** Says that it did what the server refused. */
function pretendOn(refused: number, success: number): Fault['serve'] {
  return async (request, send) => {
    const response = await send(request)
    if (response.status !== refused) return response
    return new Response('done', { status: success, headers: { 'content-type': 'text/plain' } })
  }
}

function shiftExpiration(sent: Record<string, unknown>): unknown {
  const time = Date.parse(String(sent['expiration']))
  if (Number.isNaN(time)) return sent
  return { ...sent, expiration: new Date(time + 60 * 60 * 1000).toISOString() }
}
