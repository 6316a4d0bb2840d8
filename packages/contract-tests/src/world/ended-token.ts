import type { TokenEnd } from '../suite/stage.ts'
import { tryLogin } from './account-body.ts'
import { serverTime } from './server-time.ts'
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
    const user = await world.identity('user')
    const expiration = await soon(world)
    const { answer } = await world.api.succeed('createToken', { body: { expiration } }, user.token)
    world.secrets.add(answer.text)
    await new Promise((resolve) => setTimeout(resolve, life + 300))
    return answer.text
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

/** In milliseconds. */
const life = 1500

/** A moment that is near for the server, whose clock may differ. */
async function soon(world: World): Promise<string> {
  const now = await serverTime(world, await world.identity('user'))
  return new Date(now + life).toISOString()
}
