import type { Handler } from './handler.ts'

export const listOauthLogins: Handler<'listOauthLogins'> = async ({ context }) => ({
  body: [...context.oauthClients.keys()],
})
