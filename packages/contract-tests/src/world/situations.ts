import type { Identity } from '../suite/stage.ts'
import type { Workspace, World } from './world.ts'

/** An account that is invited to a workspace of its own. */
export async function makeInvitee(world: World, isAdmin = false) {
  const invitee = await world.companion()
  const workspace = await world.makeWorkspace()
  await inviteTo(world, workspace, invitee, isAdmin)
  return { invitee, workspace }
}

/** Invites an account to a workspace. */
export async function inviteTo(
  world: World,
  { id, admin }: Workspace,
  { email }: Identity,
  isAdmin = false,
): Promise<void> {
  const body = { email, is_admin: isAdmin }
  await world.api.succeed('inviteUser', { path: { workspace: id }, body }, admin.identity.token)
}

/** Makes an account a member of a workspace, and gives the call that did. */
export async function addTo(
  world: World,
  { id, admin }: Workspace,
  { email }: Pick<Identity, 'email'>,
  { username = world.names.username(), isAdmin = false } = {},
) {
  const body = { email, username, is_admin: isAdmin }
  const exchange = await world.api.succeed(
    'createUser',
    { path: { workspace: id }, body },
    admin.identity.token,
  )
  return { username, exchange }
}

/** A workspace of its own with a further member, who is the companion unless somebody else is named. */
export async function makeColleague(
  world: World,
  options: { readonly isAdmin?: boolean; readonly account?: Identity } = {},
) {
  const workspace = await world.makeWorkspace()
  const colleague = options.account ?? (await world.companion())
  const { username } = await addTo(world, workspace, colleague, options)
  return { workspace, colleague, username, path: { workspace: workspace.id, username } }
}
