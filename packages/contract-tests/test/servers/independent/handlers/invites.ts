import { type Body, emailOf, textOf } from '../body.ts'
import { type Handler, pathValue } from '../call.ts'
import { json, refusal, text } from '../reply.ts'
import { byText, type Invite, type State } from '../state.ts'
import { addMember, refuseMember } from './members.ts'

export const inviteUser: Handler = (call) => {
  const { state, body } = call
  const [workspace, email] = [pathValue(call, 'workspace'), emailOf(body)]
  refuseMember(state, workspace, email)
  if (findInvite(state, workspace, email)) throw refusal(400, `${email} is invited to ${workspace} already`)
  state.invites.push({ workspace, email, isAdmin: body['is_admin'] === true })
  return text(200, `${email} is invited to ${workspace}`)
}

/** Matches in both, e-mail and role. */
export const deleteInvite: Handler = (call) => {
  const { state, body } = call
  const [workspace, email] = [pathValue(call, 'workspace'), emailOf(body)]
  const invite = findInvite(state, workspace, email)
  if (!invite || invite.isAdmin !== body['is_admin']) throw refusal(404, `${workspace} has no such invite`)
  removeInvite(state, invite)
  return text(200, `the invite of ${email} to ${workspace} is deleted`)
}

export const listPendingInvites: Handler = (call) => {
  const workspace = pathValue(call, 'workspace')
  return json(presentAll(call.state.invites.filter((each) => each.workspace === workspace)))
}

export const listWorkspaceInvites: Handler = ({ state, account }) =>
  json(presentAll(state.invites.filter(({ email }) => email === account.email)))

/** The invite survives a username that is not free. */
export const acceptInvite: Handler = ({ state, policy, account, body }) => {
  const { email } = account
  const invite = requireInvite(state, body, email)
  const { workspace } = invite
  const username = textOf(body, 'username')
  const isAdmin = policy.roleOfInvite(invite, body)
  addMember(state, { workspace, email, username, isAdmin, createdAt: new Date() })
  return text(200, `${email} is a member of ${workspace}`)
}

export const declineInvite: Handler = ({ state, account, body }) => {
  const invite = requireInvite(state, body, account.email)
  removeInvite(state, invite)
  return text(200, `${account.email} has declined the invite to ${invite.workspace}`)
}

function presentAll(invites: readonly Invite[]) {
  const sorted = [...invites].sort(byText(({ workspace, email }) => `${workspace} ${email}`))
  return sorted.map(({ workspace, email, isAdmin }) => ({
    workspace_id: workspace,
    email,
    is_admin: isAdmin,
  }))
}

function requireInvite(state: State, body: Body, email: string): Invite {
  const workspace = textOf(body, 'workspace_id')
  const invite = findInvite(state, workspace, email)
  if (!invite) throw refusal(404, `${email} has no invite to ${workspace}`)
  return invite
}

function findInvite({ invites }: State, workspace: string, email: string): Invite | undefined {
  return invites.find((each) => each.workspace === workspace && each.email === email)
}

function removeInvite(state: State, invite: Invite): void {
  state.invites = state.invites.filter((each) => each !== invite)
}
