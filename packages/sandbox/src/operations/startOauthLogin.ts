import type { Handler } from '../handler.ts'
import { oauthClientOf } from '../oauth/client.ts'
import { csrfCookie, minutesOfFlow, startFlow } from '../oauth/flow.ts'

/** Sends the browser to a provider. Its cookie ties the way back to it. */
export const startOauthLogin: Handler<'startOauthLogin'> = async ({ input, context }) => {
  const client = oauthClientOf(context.oauthClients, input.path.client_name)
  const { location, state } = await startFlow(context, client)
  return {
    body: undefined,
    location,
    cookie: { name: csrfCookie, value: state, seconds: minutesOfFlow * 60 },
  }
}
