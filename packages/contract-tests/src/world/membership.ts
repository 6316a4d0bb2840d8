import type { World } from './world.ts'

/** Adds a further member to the workspace that stages share, under an e-mail that needs no account. */
export async function addMember(world: World): Promise<{ workspace: string; username: string }> {
  const { id, admin } = await world.workspace()
  const username = world.names.username()
  const newUser = { email: world.names.email('member'), username, is_admin: false }
  await world.api.succeed('createUser', { path: { workspace: id }, body: newUser }, admin.identity.token)
  return { workspace: id, username }
}
