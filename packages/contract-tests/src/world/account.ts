import type { World } from './world.ts'

/** Creates an ordinary account that never logs in, and gives its e-mail. */
export async function createAccount(world: World): Promise<string> {
  const email = world.names.email('account')
  const password = world.names.password()
  world.secrets.add(password)
  world.belongings.account(email)
  await world.api.succeed(
    'createUserGlobally',
    { body: { email, password, super_admin: false } },
    world.admin.token,
  )
  return email
}
