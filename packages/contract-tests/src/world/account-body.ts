import type { World } from './world.ts'

/** The body of an account that does not exist yet, which the run removes at the end if it comes to exist. */
export function newAccount(world: World, role: string) {
  const email = world.names.email(role)
  const password = world.names.password()
  world.secrets.add(password)
  world.belongings.account(email)
  return { email, password, super_admin: false }
}

/** Logs in, with any answer. */
export async function tryLogin(world: World, email: string, password: string) {
  const exchange = await world.api.call('login', { body: { email, password } })
  const { status, text } = exchange.answer
  if (status < 300) world.secrets.add(text)
  return exchange
}
