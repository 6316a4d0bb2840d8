import { NotExercised } from '../errors.ts'
import type { Exchange } from '../http/exchange.ts'
import type { World } from './world.ts'

/** The one OAuth client whose provider can be used without a person. */
export const sandboxClient = 'sandbox'

/** Throws `NotExercised` where the server has no client `sandbox`. */
export async function requireSandboxClient(world: World): Promise<void> {
  const { answer } = await world.api.succeed('listOauthLogins', {})
  if (answer.text.includes(JSON.stringify(sandboxClient))) return
  throw new NotExercised(
    `listOauthLogins names no client "${sandboxClient}": a login at another provider needs a person.`,
  )
}

/** What a browser brings back from the provider: the code and the state, and the cookie that it had got before. */
export async function logInAtProvider(world: World, email: string) {
  const start = await world.api.call('startOauthLogin', { path: { client_name: sandboxClient } })
  const cookies = start.answer.headers.getSetCookie()
  const authorize = redirection(start)
  // The stub provider sends this e-mail straight back, without a page.
  authorize.searchParams.set('login_hint', email)
  const callback = redirection(await world.api.visit('startOauthLogin', authorize.href))
  const code = callback.searchParams.get('code') ?? ''
  const state = callback.searchParams.get('state') ?? ''
  for (const secret of [code, state]) world.secrets.add(secret)
  return { body: { code, state }, cookie: cookies.map((line) => line.split(';', 1)[0]).join('; ') }
}

function redirection({ answer, request }: Exchange): URL {
  const location = answer.headers.get('location')
  if (location !== null) return new URL(location, request.url)
  const [place] = request.url.split('?', 1)
  throw new NotExercised(
    `The login of the client "${sandboxClient}" stops at ${place}: no Location with status ${answer.status}.`,
  )
}
