import { names } from '../suite/holds.ts'
import type { StageOf } from '../world/stage-of.ts'
import type { Workspace, World } from '../world/world.ts'

/** A workspace of its own that the actor is member of, with another admin who stays. */
export const leaveWorkspace: StageOf<'leaveWorkspace'> = {
  async prepare({ world, actor }) {
    const workspace = await world.makeWorkspace()
    if (actor === 'workspace-admin') await add(world, workspace, world.names.email('admin'), true)
    if (actor === 'super-admin') await add(world, workspace, (await world.actor(actor)).email, false)
    return { path: { workspace: workspace.id }, holds: [names(workspace.id)] }
  },
}

async function add(
  { api, names: { username } }: World,
  { id, admin }: Workspace,
  email: string,
  isAdmin: boolean,
): Promise<void> {
  const newUser = { email, username: username(), is_admin: isAdmin }
  await api.succeed('createUser', { path: { workspace: id }, body: newUser }, admin.identity.token)
}
