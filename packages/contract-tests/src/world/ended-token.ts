import type { TokenEnd } from '../suite/stage.ts'
import { tryLogin } from './account-body.ts'
import { makeExpiringToken } from './expiring-token.ts'
import type { World } from './world.ts'

/** A token that worked, and came to its end in this way. */
export function makeEndedToken(world: World, how: TokenEnd): Promise<string> {
  return endings[how](world)
}

const endings: { readonly [How in TokenEnd]: (world: World) => Promise<string> } = {
  async 'logged-out'(world) {
    const token = await world.makeToken(await world.identity('user'))
    await world.api.succeed('logout', {}, token)
    return token
  },
  async deleted(world) {
    const user = await world.identity('user')
    const token = await world.makeToken(user)
    await world.api.succeed('deleteToken', { path: { token_prefix: token.slice(0, 10) } }, user.token)
    return token
  },
  async expired(world) {
    const { token, over } = await makeExpiringToken(world, await world.identity('user'))
    await over()
    return token
  },
  async 'password-changed'(world) {
    const account = await world.makeAccount('changed')
    const session = await tryLogin(world, account.email, account.password)
    const password = world.names.password()
    world.secrets.add(password)
    await world.api.succeed('setPassword', { body: { password } }, account.token)
    return session.answer.text
  },
  async 'account-deleted'(world) {
    const account = await world.makeAccount('deleted')
    await world.api.succeed('deleteGlobalUser', { path: { email: account.email } }, world.admin.token)
    return account.token
  },
}
