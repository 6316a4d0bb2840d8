import { emailOf, textOf } from '../body.ts'
import { type Call, type Handler, pathValue } from '../call.ts'
import { json, refusal, text } from '../reply.ts'
import { byText, type Member, type State } from '../state.ts'

export const listUsers: Handler = (call) => json(membersOf(call).map((member) => present(call.state, member)))

export const listUsernames: Handler = (call) => json(membersOf(call).map(({ username }) => username))

/** A super admin who is not a member appears under their e-mail. */
export const whoami: Handler = ({ state, account, member }) => {
  if (member) return json(present(state, member))
  const { email, createdAt } = account
  const visitor = { workspace: '', email, username: email, isAdmin: true, createdAt }
  return json({ ...present(state, visitor), groups: [] })
}

export const whois: Handler = (call) => {
  const { policy } = call
  const username = policy.username(pathValue(call, 'username'))
  const member = membersOf(call).find((each) => policy.username(each.username) === username)
  if (!member) throw unknownMember(call)
  return json(present(call.state, member))
}

/** Adds a person without an invite, and removes a pending one. */
export const createUser: Handler = (call) => {
  const { state, body } = call
  const [workspace, username, email] = [pathValue(call, 'workspace'), textOf(body, 'username'), emailOf(body)]
  addMember(state, { workspace, email, username, isAdmin: body['is_admin'] === true, createdAt: new Date() })
  return text(201, `${username} is a member of ${workspace}`)
}

export const updateUser: Handler = (call) => {
  const member = namedMember(call)
  const isAdmin = call.policy.roleAfterUpdate(member, call.body['is_admin'])
  if (!isAdmin) keepAdmin(call.state, member)
  member.isAdmin = isAdmin
  return text(200, `${member.username} is updated in ${member.workspace}`)
}

export const deleteUser: Handler = (call) => {
  const member = namedMember(call)
  remove(call.state, member)
  return text(200, `${member.username} is removed from ${member.workspace}`)
}

export const leaveWorkspace: Handler = (call) => {
  const { state, account, member } = call
  const workspace = pathValue(call, 'workspace')
  if (!member) throw refusal(404, `${account.email} is not a member of ${workspace}`)
  remove(state, member)
  return text(200, `${account.email} has left ${workspace}`)
}

/** Adds a member, unless the username is reserved or taken or the person is a member already. */
export function addMember(state: State, member: Member): void {
  const { workspace, username, email } = member
  if (username === 'bot') throw refusal(400, 'the username bot is reserved')
  refuseMember(state, workspace, email)
  const isTaken = state.members.some((each) => each.workspace === workspace && each.username === username)
  if (isTaken) throw refusal(400, `the username ${username} is taken`)
  state.members.push(member)
  state.invites = state.invites.filter((each) => each.workspace !== workspace || each.email !== email)
}

/** Refuses a person who is a member already. */
export function refuseMember({ members }: State, workspace: string, email: string): void {
  const isMember = members.some((each) => each.workspace === workspace && each.email === email)
  if (isMember) throw refusal(400, `${email} is a member of ${workspace} already`)
}

function present({ accounts }: State, { email, username, isAdmin, createdAt }: Member) {
  const account = accounts.get(email)
  return {
    email: account?.shownEmail ?? email,
    username,
    is_admin: isAdmin,
    is_super_admin: account?.superAdmin ?? false,
    created_at: createdAt,
    operator: false,
    disabled: false,
    groups: ['all'],
  }
}

/** The members of the workspace of the path, by username. */
function membersOf(call: Call): readonly Member[] {
  const workspace = pathValue(call, 'workspace')
  return call.state.members
    .filter((each) => each.workspace === workspace)
    .sort(byText(({ username }) => username))
}

function namedMember(call: Call): Member {
  const username = pathValue(call, 'username')
  const member = membersOf(call).find((each) => each.username === username)
  if (!member) throw unknownMember(call)
  return member
}

function unknownMember(call: Call) {
  return refusal(404, `${pathValue(call, 'workspace')} has no member ${pathValue(call, 'username')}`)
}

function remove(state: State, member: Member): void {
  keepAdmin(state, member)
  state.members = state.members.filter((each) => each !== member)
}

/** A workspace keeps at least one admin. */
function keepAdmin({ members }: State, member: Member): void {
  const others = members.some(
    (each) => each.workspace === member.workspace && each.isAdmin && each !== member,
  )
  if (member.isAdmin && !others)
    throw refusal(400, `${member.username} is the last admin of ${member.workspace}`)
}
