import type { Actor, Identity } from '../suite/stage.ts'
import type { World } from './world.ts'

/** Somebody who was more than he is now. */
export type Former = Extract<Actor, `former-${string}`>

/** Whether an actor is one of them. */
export function isFormer(actor: Actor): actor is Former {
  return actor.startsWith('former-')
}

/**
 * An account that had a role, used it, and lost it: what a server remembers of a role shows here. `workspace` is where it
 * had the role.
 */
export function makeFormer(world: World, actor: Former, workspace: string | undefined): Promise<Identity> {
  if (actor === 'former-super-admin') return makeFormerSuperAdmin(world)
  if (workspace === undefined) throw new Error(`A ${actor} was one in a workspace: the call has none.`)
  return makeFormerMember(world, actor, workspace)
}

async function makeFormerSuperAdmin(world: World): Promise<Identity> {
  const account = await world.makeAccount('former', { isSuperAdmin: true })
  await world.api.succeed('listUsersAsSuperAdmin', {}, account.token)
  const path = { email: account.email }
  const body = { is_super_admin: false }
  await world.api.succeed('globalUserUpdate', { path, body }, world.admin.token)
  return account
}

async function makeFormerMember(world: World, actor: Former, workspace: string): Promise<Identity> {
  const wasAdmin = actor === 'former-admin'
  const account = await world.former(actor)
  const username = world.names.username()
  const body = { email: account.email, username, is_admin: wasAdmin }
  await world.api.succeed('createUser', { path: { workspace }, body }, world.admin.token)
  const path = { workspace, username }
  await world.api.succeed('whoami', { path: { workspace } }, account.token)
  if (!wasAdmin) {
    await world.api.succeed('deleteUser', { path }, world.admin.token)
    return account
  }
  await world.api.succeed('updateUser', { path, body: {} }, account.token)
  await world.api.succeed('updateUser', { path, body: { is_admin: false } }, world.admin.token)
  return account
}
