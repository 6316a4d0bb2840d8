import type { Handler } from '../handler.ts'

/** The names that `startOauthLogin` takes. */
export const listOauthLogins: Handler<'listOauthLogins'> = async ({ context }) => ({
  body: [...context.oauthClients.keys()],
})
