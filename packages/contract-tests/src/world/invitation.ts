import type { Actor } from '../suite/stage.ts'
import type { World } from './world.ts'

/** Invites the actor to a workspace that it is no member of. */
export async function inviteActor(world: World, actor: Actor) {
  const { email } = await world.actor(actor)
  const workspace = await world.makeWorkspace()
  await invite(world, workspace.id, email)
  return { email, workspace: workspace.id }
}

/** Invites somebody who has no account yet to the workspace that stages share. */
export async function inviteStranger(world: World) {
  const workspace = await world.workspace()
  const email = world.names.email('invitee')
  await invite(world, workspace.id, email)
  return { email, workspace: workspace.id }
}

async function invite(world: World, workspace: string, email: string): Promise<void> {
  const admin = await world.identity('workspace-admin')
  await world.api.succeed(
    'inviteUser',
    { path: { workspace }, body: { email, is_admin: false } },
    admin.token,
  )
}
