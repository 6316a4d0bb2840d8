import { textOf } from '../body.ts'
import { type Handler, pathValue } from '../call.ts'
import { refusal, text } from '../reply.ts'
import { addMember } from './members.ts'

/** Makes a workspace with the caller as its first admin. */
export const createWorkspace: Handler = ({ state, account, body }) => {
  const [workspace, username] = [textOf(body, 'id'), textOf(body, 'username')]
  if (state.workspaces.has(workspace)) throw refusal(400, `the workspace ${workspace} exists already`)
  addMember(state, { workspace, email: account.email, username, isAdmin: true, createdAt: new Date() })
  state.workspaces.add(workspace)
  return text(201, `the workspace ${workspace} is created`)
}

export const deleteWorkspace: Handler = (call) => {
  const { state } = call
  const workspace = pathValue(call, 'workspace')
  state.workspaces.delete(workspace)
  state.members = state.members.filter((each) => each.workspace !== workspace)
  state.invites = state.invites.filter((each) => each.workspace !== workspace)
  return text(200, `the workspace ${workspace} is deleted`)
}
