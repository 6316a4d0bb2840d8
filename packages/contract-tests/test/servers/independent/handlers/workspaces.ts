import { optionalText, textOf } from '../body.ts'
import { type Handler, pathValue } from '../call.ts'
import { json, refusal, text } from '../reply.ts'
import { byText, type Workspace } from '../state.ts'
import { addMember } from './members.ts'
import { pageOf } from './page.ts'

/** Makes a workspace with the caller as its first admin. */
export const createWorkspace: Handler = ({ state, account, body }) => {
  const [workspace, username] = [textOf(body, 'id'), textOf(body, 'username')]
  if (state.workspaces.has(workspace)) throw refusal(400, `the workspace ${workspace} exists already`)
  addMember(state, { workspace, email: account.email, username, isAdmin: true, createdAt: new Date() })
  const domain = optionalText(body, 'domain')
  state.workspaces.set(workspace, {
    ...{ id: workspace, name: textOf(body, 'name'), owner: account.email, domain },
  })
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

/** The same at another path, where no member has been let in: it has to look for the workspace itself. */
export const officialDeleteWorkspace: Handler = (call) => {
  const workspace = pathValue(call, 'workspace')
  if (!call.state.workspaces.has(workspace)) throw refusal(404, `there is no workspace ${workspace}`)
  return deleteWorkspace(call)
}

export const existsWorkspace: Handler = ({ state, body }) => json(state.workspaces.has(textOf(body, 'id')))

export const listWorkspaces: Handler = ({ state, account }) => {
  const own = state.members.filter(({ email }) => email === account.email)
  const ids = new Set(own.map(({ workspace }) => workspace))
  return json(byId([...state.workspaces.values()].filter(({ id }) => ids.has(id))).map(present))
}

export const listWorkspacesAsSuperAdmin: Handler = (call) =>
  json(pageOf(call, byId([...call.state.workspaces.values()])).map(present))

export const listUserWorkspaces: Handler = ({ state, account }) => {
  const members = state.members.filter(({ email }) => email === account.email)
  const workspaces = members.map(({ workspace, username }) => ({
    ...{ id: workspace, name: state.workspaces.get(workspace)?.name, username },
    ...{ color: '', is_dev_workspace: false, disabled: false },
  }))
  return json({ email: account.shownEmail, workspaces: byId(workspaces) })
}

/** The command line asks for one setting alone. */
export const getGlobal: Handler = (call) => {
  const key = pathValue(call, 'key')
  if (key !== 'automate_username_creation') throw refusal(404, `there is no setting ${key}`)
  return json(false)
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort(byText(({ id }) => id))
}

function present({ id, name, owner, domain }: Workspace) {
  return { id, name, owner, ...(domain !== null && { domain }) }
}
