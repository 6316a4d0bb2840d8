import { expectItem, expectNoItem } from '../expect/compare.ts'
import { expectStatus } from '../expect/expect-status.ts'
import { expectUnchanged } from '../expect/unchanged.ts'
import { inviteTo, makeColleague, makeInvitee } from '../fixtures/situations.ts'
import { views } from '../fixtures/views.ts'
import { schemas } from '../generated/schemas.ts'
import { expectNoSuperAdmin, ordinary, type Scenes } from './mass-assignment-scene.ts'

/** Operations on workspaces, their members and their invites. */
export const workspaceScenes: Scenes = {
  async acceptInvite({ fixtures, extend, other }) {
    const { invitee, workspace } = await makeInvitee(fixtures)
    const username = fixtures.names.username()
    const body = extend({ workspace_id: workspace.id, username }, schemas.AcceptInvite)
    expectStatus(await fixtures.api.call('acceptInvite', { body }, invitee.token), '200')
    const members = await views.members(fixtures, workspace.id)
    expectItem(members, { username, email: invitee.email, ...ordinary })
    expectNoItem(members, 'email', other.email)
  },
  async declineInvite({ fixtures, extend, other }) {
    const { invitee, workspace } = await makeInvitee(fixtures)
    await inviteTo(fixtures, workspace, other)
    const body = extend({ workspace_id: workspace.id }, schemas.DeclineInvite)
    expectStatus(await fixtures.api.call('declineInvite', { body }, invitee.token), '200')
    const pending = await views.pendingInvites(fixtures, workspace.id)
    expectNoItem(pending, 'email', invitee.email)
    expectItem(pending, { email: other.email })
    const members = await views.members(fixtures, workspace.id)
    for (const { email } of [invitee, other]) expectNoItem(members, 'email', email)
    await expectNoSuperAdmin(fixtures, invitee)
  },
  async createUser({ fixtures, extend, elsewhere }) {
    const [workspace, account] = [await fixtures.makeWorkspace(), await fixtures.companion()]
    const [path, username] = [{ workspace: workspace.id }, fixtures.names.username()]
    const body = extend({ email: account.email, username, is_admin: false }, schemas.NewUser)
    const { identity } = workspace.admin
    expectStatus(await fixtures.api.call('createUser', { path, body }, identity.token), '201')
    const members = await views.members(fixtures, workspace.id)
    expectItem(members, { username, email: account.email, ...ordinary })
    expectNoItem(await views.members(fixtures, elsewhere), 'email', account.email)
    await expectNoSuperAdmin(fixtures, identity)
  },
  async updateUser({ fixtures, extend }) {
    const { workspace, path } = await makeColleague(fixtures)
    const before = await views.members(fixtures, workspace.id)
    const body = extend({ is_admin: false }, schemas.EditWorkspaceUser)
    const { token } = workspace.admin.identity
    expectStatus(await fixtures.api.call('updateUser', { path, body }, token), '200')
    const after = await views.members(fixtures, workspace.id)
    const readings = { schema: schemas.User, before: before.items, after: after.items }
    expectUnchanged(after, 'the members', readings)
  },
  async createWorkspace({ fixtures, extend, other }) {
    const owner = await fixtures.companion()
    const workspace = { id: fixtures.names.workspace(), name: 'Contract test' }
    fixtures.manifest.workspace(workspace.id)
    const body = extend({ ...workspace, username: fixtures.names.username() }, schemas.CreateWorkspace)
    expectStatus(await fixtures.api.call('createWorkspace', { body }, owner.token), '201')
    const members = await views.members(fixtures, workspace.id)
    expectItem(members, { email: owner.email, ...ordinary, is_admin: true })
    expectNoItem(members, 'email', other.email)
  },
  async inviteUser({ fixtures, extend, elsewhere }) {
    const [workspace, email] = [await fixtures.makeWorkspace(), fixtures.names.email('invited')]
    const path = { workspace: workspace.id }
    const body = extend({ email, is_admin: false }, schemas.InviteUser)
    const { identity } = workspace.admin
    expectStatus(await fixtures.api.call('inviteUser', { path, body }, identity.token), '200')
    expectItem(await views.pendingInvites(fixtures, workspace.id), { email, is_admin: false })
    expectNoItem(await views.pendingInvites(fixtures, elsewhere), 'email', email)
    expectNoItem(await views.members(fixtures, workspace.id), 'email', email)
    await expectNoSuperAdmin(fixtures, identity)
  },
  async deleteInvite({ fixtures, extend, other, elsewhere }) {
    const [workspace, invitee] = [await fixtures.makeWorkspace(), { email: fixtures.names.email('invited') }]
    for (const person of [invitee, other]) await inviteTo(fixtures, workspace, person)
    await inviteTo(fixtures, await fixtures.workspace(), invitee)
    const path = { workspace: workspace.id }
    const body = extend({ email: invitee.email, is_admin: false }, schemas.DeleteInvite)
    const { identity } = workspace.admin
    expectStatus(await fixtures.api.call('deleteInvite', { path, body }, identity.token), '200')
    const pending = await views.pendingInvites(fixtures, workspace.id)
    expectNoItem(pending, 'email', invitee.email)
    expectItem(pending, { email: other.email })
    expectItem(await views.pendingInvites(fixtures, elsewhere), { email: invitee.email })
    await expectNoSuperAdmin(fixtures, identity)
  },
}
